package io.eqlair.validation.truth;

import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides of which events a condition is true. What it claims is so; it does not find all that is so, and makes no more
 * claims once its work is done. Not thread-safe.
 */
public final class Decision {

    private final Work work;

    /** The most steps are shared by all conditions that are asked about; one is about a microsecond. */
    public Decision(int steps) {
        this.work = new Work(steps);
    }

    /** The outcome of a condition, whatever the event. */
    public Outcome of(Condition condition) {
        return of(condition, new Facts(work));
    }

    /** The outcome for events of which the facts hold. */
    private Outcome of(Condition condition, Facts facts) {
        return switch (condition) {
            case Condition.Known known -> Boolean.TRUE.equals(known.value()) ? Outcome.ALWAYS : Outcome.NEVER;
            case Condition.Test test -> facts.outcome(test.predicate());
            case Condition.Not(Condition operand) -> of(operand, facts).negated();
            case Condition.All all -> all(flattened(all.operands()), facts);
            case Condition.Any any -> all(negated(any.operands()), facts).negated();
        };
    }

    /** Predicates first, since they are facts for the others. */
    private Outcome all(List<Condition> operands, Facts given) {
        if (!work.spend(operands.size() + given.size())) {
            return Outcome.DEPENDS;
        }
        Facts facts = given.copy();
        boolean always = true;
        for (Condition operand : ordered(operands)) {
            Outcome outcome = of(operand, facts);
            if (outcome == Outcome.NEVER) {
                return Outcome.NEVER;
            }
            always &= outcome == Outcome.ALWAYS;
            learn(operand, facts);
        }
        return always ? Outcome.ALWAYS : Outcome.DEPENDS;
    }

    private static List<Condition> ordered(List<Condition> operands) {
        List<Condition> ordered =
                new ArrayList<>(operands.stream().filter(Decision::isFact).toList());
        operands.stream().filter(operand -> !isFact(operand)).forEach(ordered::add);
        return ordered;
    }

    private static boolean isFact(Condition condition) {
        return condition instanceof Condition.Test
                || (condition instanceof Condition.Not(Condition operand) && operand instanceof Condition.Test);
    }

    private static void learn(Condition operand, Facts facts) {
        if (operand instanceof Condition.Test test) {
            facts.add(test.predicate(), true);
        } else if (operand instanceof Condition.Not(Condition.Test test)) {
            facts.add(test.predicate(), false);
        }
    }

    /** With those of an {@code and} within it as its own. */
    private static List<Condition> flattened(List<Condition> operands) {
        List<Condition> flat = new ArrayList<>();
        for (Condition operand : operands) {
            switch (operand) {
                case Condition.All all -> flat.addAll(flattened(all.operands()));
                case Condition.Not(Condition.Any any) -> flat.addAll(negated(any.operands()));
                default -> flat.add(operand);
            }
        }
        return flat;
    }

    private static List<Condition> negated(List<Condition> operands) {
        return flattened(operands.stream().map(Conditions::not).toList());
    }
}
