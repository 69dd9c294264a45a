package io.eqlair.eql.analysis;

import java.util.ArrayList;
import java.util.List;

/** Builds conditions, leaving out what is known already. */
public final class Conditions {

    private Conditions() {}

    /** All of them hold. */
    public static Condition all(List<Condition> operands) {
        return connect(operands, false);
    }

    /** At least one of them holds. */
    public static Condition any(List<Condition> operands) {
        return connect(operands, true);
    }

    /** It does not hold. */
    public static Condition not(Condition operand) {
        return switch (operand) {
            case Condition.Known known -> new Condition.Known(known.value() == null ? null : !known.value());
            case Condition.Not(Condition inner) -> inner;
            case Condition.All all -> new Condition.Not(all);
            case Condition.Any any -> new Condition.Not(any);
            case Condition.Test test -> new Condition.Not(test);
        };
    }

    /** The condition, or its negation. */
    static Condition not(Condition operand, boolean negated) {
        return negated ? not(operand) : operand;
    }

    /** {@code deciding} is the value that decides alone: true for {@code or}, false for {@code and}. */
    private static Condition connect(List<Condition> operands, boolean deciding) {
        List<Condition> open = new ArrayList<>();
        boolean unknown = false;
        for (Condition operand : operands) {
            Boolean value = operand instanceof Condition.Known known ? known.value() : Boolean.valueOf(!deciding);
            if (value != null && value == deciding) {
                return new Condition.Known(deciding);
            }
            unknown |= value == null;
            if (!(operand instanceof Condition.Known)) {
                open.add(operand);
            }
        }
        return connect(open, deciding, unknown);
    }

    private static Condition connect(List<Condition> open, boolean deciding, boolean unknown) {
        if (open.isEmpty()) {
            return new Condition.Known(unknown ? null : Boolean.valueOf(!deciding));
        }
        if (unknown && !deciding) {
            return new Condition.Known(false);
        }
        if (open.size() == 1) {
            return open.getFirst();
        }
        return deciding ? new Condition.Any(open) : new Condition.All(open);
    }
}
