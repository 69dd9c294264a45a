package io.eqlair.engine.index;

import io.eqlair.engine.index.Routes.Route;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was chosen by what was known at one time: the order of all conditions, and the buckets, which are made when the
 * first event comes for them. Thread-safe.
 */
final class Selection {

    private final PredicateTable predicates;
    private final KeyFields keyFields;
    private final Frequencies frequencies;
    private final List<Clause> conditions;
    private final Decisions decisions;
    private final Map<BucketKey, Bucket> buckets = new ConcurrentHashMap<>();
    private final Bucket general;
    private final double[] costs;
    private final int mostBuckets;

    Selection(
            PredicateTable predicates,
            KeyFields keyFields,
            Frequencies frequencies,
            List<Clause> conditions,
            IndexBounds bounds) {
        this.predicates = predicates;
        this.keyFields = keyFields;
        this.frequencies = frequencies;
        this.conditions = conditions;
        this.decisions = new DecisionCompiler(predicates, frequencies).compile(conditions);
        BitSet all = new BitSet();
        all.set(0, conditions.size());
        BucketBuilder forAll = builder(KeyAnswers.NONE, all);
        this.general = forAll.bucket(false);
        this.costs = forAll.costs();
        this.mostBuckets = bounds.buckets(predicates.size());
    }

    Decisions decisions() {
        return decisions;
    }

    /** The bucket of events about which nothing is known. */
    Bucket general() {
        return general;
    }

    /** What a stage costs an average event, in nanoseconds: an estimate. */
    double cost(int stage) {
        return costs[stage];
    }

    /** How many buckets were made, besides the general one. */
    int size() {
        return buckets.size();
    }

    /**
     * The bucket of some events.
     *
     * @param holds the predicates of the key fields that are true, in ascending order
     */
    Bucket bucket(Route route, int[] holds) {
        BucketKey key = new BucketKey(route.number(), holds);
        Bucket known = buckets.get(key);
        if (known != null) {
            return known;
        }
        if (route.number() < 0 || buckets.size() >= mostBuckets) {
            return general;
        }
        Bucket made = builder(keyFields.answers(holds), route.stages()).bucket(true);
        buckets.put(key, made);
        return made;
    }

    private BucketBuilder builder(KeyAnswers answers, BitSet stages) {
        return new BucketBuilder(predicates, frequencies, answers, stages, conditions, decisions);
    }

    @SuppressWarnings("ArrayRecordComponent") // read millions of times a second
    private record BucketKey(int route, int[] holds) {

        @Override
        public boolean equals(Object other) {
            return other instanceof BucketKey key && key.route == route && Arrays.equals(key.holds, holds);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(holds) + route;
        }
    }
}
