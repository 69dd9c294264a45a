package io.eqlair.eql.ast;

/** The arithmetic operators of EQL; each has a function of the same meaning. */
public enum ArithmeticOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written in EQL. */
    public String symbol() {
        return symbol;
    }
}
