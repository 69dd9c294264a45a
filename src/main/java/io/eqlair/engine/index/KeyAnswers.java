package io.eqlair.engine.index;

import java.util.BitSet;

/**
 * What is known of an event before it is matched: the answers to all predicates of some fields.
 *
 * @param known the predicates whose answer is known
 * @param holds those of them that are true
 */
record KeyAnswers(BitSet known, BitSet holds) {

    /** Nothing is known. */
    static final KeyAnswers NONE = new KeyAnswers(new BitSet(), new BitSet());

    /** What follows for a condition. */
    enum Verdict {
        TRUE,
        FALSE,
        OPEN;

        private Verdict not() {
            return switch (this) {
                case TRUE -> FALSE;
                case FALSE -> TRUE;
                case OPEN -> OPEN;
            };
        }
    }

    Verdict verdict(Clause clause) {
        return switch (clause) {
            case Clause.Known known -> known.value() ? Verdict.TRUE : Verdict.FALSE;
            case Clause.Test test -> verdict(test.predicate());
            case Clause.Not not -> verdict(not.operand()).not();
            case Clause.All all -> {
                Verdict all3 = Verdict.TRUE;
                for (Clause operand : all.operands()) {
                    Verdict one = verdict(operand);
                    if (one == Verdict.FALSE) {
                        yield Verdict.FALSE;
                    }
                    all3 = one == Verdict.OPEN ? Verdict.OPEN : all3;
                }
                yield all3;
            }
            case Clause.Any any -> {
                Verdict any3 = Verdict.FALSE;
                for (Clause operand : any.operands()) {
                    Verdict one = verdict(operand);
                    if (one == Verdict.TRUE) {
                        yield Verdict.TRUE;
                    }
                    any3 = one == Verdict.OPEN ? Verdict.OPEN : any3;
                }
                yield any3;
            }
        };
    }

    private Verdict verdict(int predicate) {
        if (!known.get(predicate)) {
            return Verdict.OPEN;
        }
        return holds.get(predicate) ? Verdict.TRUE : Verdict.FALSE;
    }
}
