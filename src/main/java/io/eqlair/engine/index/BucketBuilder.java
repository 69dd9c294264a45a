package io.eqlair.engine.index;

import io.eqlair.engine.index.KeyAnswers.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a required term for each of the stages that are possible for events of one kind.
 *
 * <p>What must hold for a stage to match can be read off its condition: of {@code and} any operand will do, so that the
 * cheapest is taken; of {@code or} each operand needs its own; {@code not} gives none, since it holds for absent fields. A
 * field that many stages can share is cheaper for each, which is why the choice is made in rounds: the first assumes that
 * all who could share a field do, the next ones that those do who did in the round before.
 */
final class BucketBuilder {

    private static final int ROUNDS = 3;

    /** What it costs to find out which predicates a value satisfies, and to begin asking a stage; in nanoseconds. */
    private static final double LOOK_AT_VALUE = 40;

    private static final double ASK_STAGE = 15;

    private final PredicateTable predicates;
    private final Frequencies frequencies;
    private final KeyAnswers answers;
    private final List<Clause> conditions;
    private final Decisions decisions;
    private final double[] shares;
    private final List<Integer> possible = new ArrayList<>();
    private Map<Integer, RequiredTerm> terms;

    /**
     * Chooses.
     *
     * @param stages by number; those that may match as far as the index says
     * @param decisions says what asking a stage costs
     */
    BucketBuilder(
            PredicateTable predicates,
            Frequencies frequencies,
            KeyAnswers answers,
            BitSet stages,
            List<Clause> conditions,
            Decisions decisions) {
        this.predicates = predicates;
        this.frequencies = frequencies;
        this.answers = answers;
        this.conditions = conditions;
        this.decisions = decisions;
        this.shares = new double[predicates.fields().size()];
        stages.stream()
                .filter(stage -> answers.verdict(conditions.get(stage)) != Verdict.FALSE)
                .forEach(possible::add);
        shareAmongAll();
        this.terms = choose();
        for (int round = 1; round < ROUNDS; round++) {
            shareAmongUsers();
            terms = choose();
        }
    }

    /** What each stage costs an average event, by its number, in nanoseconds; 0 for those that are not possible. */
    double[] costs() {
        double[] costs = new double[conditions.size()];
        for (int stage : possible) {
            RequiredTerm term = terms.get(stage);
            costs[stage] = term == null ? asking(stage) : term.cost();
        }
        return costs;
    }

    private double asking(int stage) {
        return ASK_STAGE + decisions.costs()[stage];
    }

    private Map<Integer, RequiredTerm> choose() {
        Map<Integer, RequiredTerm> chosen = new HashMap<>();
        for (int stage : possible) {
            RequiredTerm term = term(conditions.get(stage), asking(stage));
            if (term != null) {
                chosen.put(stage, term);
            }
        }
        return chosen;
    }

    private @Nullable RequiredTerm term(Clause clause, double asking) {
        return switch (clause) {
            case Clause.Known known -> null;
            case Clause.Not not -> null;
            case Clause.Test test -> term(test.predicate(), asking);
            case Clause.All all -> cheapest(all, asking);
            case Clause.Any any -> together(any, asking);
        };
    }

    private @Nullable RequiredTerm cheapest(Clause.All all, double asking) {
        RequiredTerm cheapest = null;
        for (Clause operand : all.operands()) {
            RequiredTerm term = answers.verdict(operand) == Verdict.TRUE ? null : term(operand, asking);
            if (term != null && (cheapest == null || term.cost() < cheapest.cost())) {
                cheapest = term;
            }
        }
        return cheapest;
    }

    private @Nullable RequiredTerm together(Clause.Any any, double asking) {
        BitSet union = new BitSet();
        for (Clause operand : any.operands()) {
            if (answers.verdict(operand) != Verdict.FALSE) {
                RequiredTerm term = term(operand, asking);
                if (term == null) {
                    return null;
                }
                union.or(term.predicates());
            }
        }
        return priced(union, asking);
    }

    private @Nullable RequiredTerm term(int predicate, double asking) {
        if (answers.known().get(predicate)) {
            return null;
        }
        BitSet needed = predicates.slot(predicate) >= 0 ? single(predicate) : predicates.fieldsNeededBy(predicate);
        return needed.isEmpty() || needed.intersects(answers.known()) ? null : priced(needed, asking);
    }

    private static BitSet single(int predicate) {
        BitSet set = new BitSet();
        set.set(predicate);
        return set;
    }

    private RequiredTerm priced(BitSet term, double asking) {
        double cost = 0;
        BitSet slots = new BitSet();
        for (int predicate = term.nextSetBit(0); predicate >= 0; predicate = term.nextSetBit(predicate + 1)) {
            cost += frequencies.holds(predicate) * asking;
            int slot = predicates.slot(predicate);
            if (!slots.get(slot)) {
                slots.set(slot);
                cost += shares[slot];
            }
        }
        return new RequiredTerm(term, cost);
    }

    private void shareAmongAll() {
        int[] users = new int[shares.length];
        for (int stage : possible) {
            BitSet slots = new BitSet();
            collectSlots(conditions.get(stage), slots);
            slots.stream().forEach(slot -> users[slot]++);
        }
        share(users);
    }

    private void collectSlots(Clause clause, BitSet slots) {
        switch (clause) {
            case Clause.Known known -> {}
            case Clause.Not not -> {}
            case Clause.All all -> all.operands().forEach(operand -> collectSlots(operand, slots));
            case Clause.Any any -> any.operands().forEach(operand -> collectSlots(operand, slots));
            case Clause.Test test -> {
                if (predicates.slot(test.predicate()) >= 0) {
                    slots.set(predicates.slot(test.predicate()));
                }
            }
        }
    }

    private void shareAmongUsers() {
        int[] users = new int[shares.length];
        for (RequiredTerm term : terms.values()) {
            term.predicates().stream().map(predicates::slot).distinct().forEach(slot -> users[slot]++);
        }
        share(users);
    }

    private void share(int[] users) {
        for (int slot = 0; slot < shares.length; slot++) {
            shares[slot] = LOOK_AT_VALUE * frequencies.present(slot) / Math.max(1, users[slot]);
        }
    }

    /** The bucket of the stages that are left. */
    Bucket bucket(boolean exact) {
        int[] @Nullable [] byPredicate = new int[predicates.size()] @Nullable [];
        TreeSet<Integer> slots = new TreeSet<>();
        List<Integer> always = new ArrayList<>();
        for (int stage : possible) {
            RequiredTerm term = terms.get(stage);
            if (term == null) {
                always.add(stage);
            } else {
                term.predicates().stream().forEach(predicate -> {
                    byPredicate[predicate] = with(byPredicate[predicate], stage);
                    slots.add(predicates.slot(predicate));
                });
            }
        }
        return new Bucket(array(slots), byPredicate, array(always), exact);
    }

    private static int[] with(int @Nullable [] stages, int stage) {
        int[] more = stages == null ? new int[1] : Arrays.copyOf(stages, stages.length + 1);
        more[more.length - 1] = stage;
        return more;
    }

    private static int[] array(java.util.Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
