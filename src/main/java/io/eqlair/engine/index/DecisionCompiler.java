package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes branching programs of conditions. What is cheap and likely to decide is asked first: an operand of {@code and} by
 * its cost over the probability that it is false, one of {@code or} by its cost over the probability that it is true.
 */
final class DecisionCompiler {

    /** What a predicate costs that its field's matcher answers, shared with all others of the field; in nanoseconds. */
    private static final double SHARED = 5;

    /** What a regular expression costs, whose answers for recurring values are remembered. */
    private static final double REMEMBERED = 100;

    /** What one costs that is asked by itself. */
    private static final double ALONE = 200;

    private final PredicateTable predicates;
    private final Frequencies frequencies;
    private int[] code = new int[1 << 12];
    private int size;

    DecisionCompiler(PredicateTable predicates, Frequencies frequencies) {
        this.predicates = predicates;
        this.frequencies = frequencies;
    }

    Decisions compile(List<Clause> conditions) {
        int[] entries = new int[conditions.size()];
        double[] costs = new double[conditions.size()];
        for (int stage = 0; stage < entries.length; stage++) {
            Weighed condition = weigh(conditions.get(stage));
            entries[stage] = place(condition.clause(), Decisions.YES, Decisions.NO);
            costs[stage] = condition.cost();
        }
        return new Decisions(Arrays.copyOf(code, size), entries, costs);
    }

    /**
     * A condition with its operands in order.
     *
     * @param cost of asking it on average, in nanoseconds
     * @param holds the probability that it is true
     */
    private record Weighed(Clause clause, double cost, double holds) {}

    private Weighed weigh(Clause clause) {
        return switch (clause) {
            case Clause.Known known -> new Weighed(known, 0, known.value() ? 1 : 0);
            case Clause.Test test -> new Weighed(test, cost(test.predicate()), frequencies.holds(test.predicate()));
            case Clause.Not not -> {
                Weighed inner = weigh(not.operand());
                yield new Weighed(new Clause.Not(inner.clause()), inner.cost(), 1 - inner.holds());
            }
            case Clause.All all -> {
                List<Weighed> ordered = ordered(all.operands(), one -> one.cost() / Math.max(1 - one.holds(), 1e-6));
                double reached = 1;
                double cost = 0;
                for (Weighed one : ordered) {
                    cost += reached * one.cost();
                    reached *= one.holds();
                }
                yield new Weighed(new Clause.All(clauses(ordered)), cost, reached);
            }
            case Clause.Any any -> {
                List<Weighed> ordered = ordered(any.operands(), one -> one.cost() / Math.max(one.holds(), 1e-6));
                double reached = 1;
                double cost = 0;
                for (Weighed one : ordered) {
                    cost += reached * one.cost();
                    reached *= 1 - one.holds();
                }
                yield new Weighed(new Clause.Any(clauses(ordered)), cost, 1 - reached);
            }
        };
    }

    private double cost(int predicate) {
        return predicates.slot(predicate) >= 0 ? SHARED : predicates.group(predicate) >= 0 ? REMEMBERED : ALONE;
    }

    private List<Weighed> ordered(List<Clause> operands, java.util.function.ToDoubleFunction<Weighed> rank) {
        List<Weighed> weighed = new ArrayList<>();
        operands.forEach(operand -> weighed.add(weigh(operand)));
        weighed.sort(Comparator.comparingDouble(rank));
        return weighed;
    }

    private static List<Clause> clauses(List<Weighed> weighed) {
        return weighed.stream().map(Weighed::clause).toList();
    }

    /** Writes a condition from its end to its beginning; returns where it begins. */
    private int place(Clause clause, int ifTrue, int ifFalse) {
        return switch (clause) {
            case Clause.Known known -> known.value() ? ifTrue : ifFalse;
            case Clause.Test test -> append(test.predicate(), ifTrue, ifFalse);
            case Clause.Not not -> place(not.operand(), ifFalse, ifTrue);
            case Clause.All all -> {
                int next = ifTrue;
                for (Clause operand : all.operands().reversed()) {
                    next = place(operand, next, ifFalse);
                }
                yield next;
            }
            case Clause.Any any -> {
                int next = ifFalse;
                for (Clause operand : any.operands().reversed()) {
                    next = place(operand, ifTrue, next);
                }
                yield next;
            }
        };
    }

    private int append(int predicate, int ifTrue, int ifFalse) {
        if (size + 3 > code.length) {
            code = Arrays.copyOf(code, 2 * code.length);
        }
        int at = size;
        code[size++] = predicate;
        code[size++] = ifTrue;
        code[size++] = ifFalse;
        return at;
    }
}
