package io.eqlair.engine.index;

import io.eqlair.engine.index.Routes.Route;
import io.eqlair.engine.index.field.ValueMatcher;
import io.eqlair.engine.index.field.ValuePlan;
import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stages that events match. For one thread.
 *
 * <p>What is found out about an event is noted with its stamp, a number that grows, so that nothing must be cleared for
 * the next.
 */
public final class CandidateMatcher {

    /** Kinds of events whose bucket is kept at hand; a power of two. */
    private static final int BUCKETS_AT_HAND = 1 << 8;

    /** One event of so many is looked at to learn from it, once the index is no longer new. */
    private static final int ONE_OF = 1_024;

    /** One event of 64 is timed. */
    private static final int TIMED_MASK = 63;

    private final RuleIndex index;
    private final boolean strict;
    private final int[] keySlots;
    private final int[] groupOf;
    private final @Nullable EventMatcher[] alone;
    private final @Nullable ValueMatcher[] matchers;
    private final int fields;
    private final int[] truth;
    private final int[] askedPredicate;
    private final int[] askedGroup;
    private final int[] seenStage;
    private final int[] candidates;
    private final int[] busy;
    private final int[] asked;
    private final int[] matched;
    private final int[] sampled;
    private final long[] nanos;
    private final Map<String, Route> routes = new HashMap<>();
    private final Route unnamed;
    private final @Nullable Bucket[] bucketsAtHand = new @Nullable Bucket[BUCKETS_AT_HAND];
    private final int[][] keysAtHand = new int[BUCKETS_AT_HAND][0];
    private int[] key = new int[16];
    private int keySize;
    private Selection selection;
    private int[] code;
    private int[] entries;
    private int stamp;
    private int busyCount;
    private int candidateCount;
    private int matchCount;
    private int events;
    private int eventsDrained;

    CandidateMatcher(RuleIndex index, boolean strict) {
        this.index = index;
        this.strict = strict;
        PredicateTable predicates = index.predicates();
        FieldTable table = predicates.fields();
        this.keySlots = index.keyFields().slots();
        this.groupOf = new int[predicates.size()];
        this.alone = new @Nullable EventMatcher[predicates.size()];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = predicates.group(i);
            alone[i] = predicates.alone(i);
        }
        this.fields = table.size();
        this.matchers = new @Nullable ValueMatcher[2 * fields];
        this.truth = new int[predicates.size()];
        this.askedPredicate = new int[predicates.size()];
        this.askedGroup = new int[2 * fields];
        int stages = index.stages().size();
        this.seenStage = new int[stages];
        this.candidates = new int[stages];
        this.busy = new int[stages];
        this.asked = new int[stages];
        this.matched = new int[stages];
        this.sampled = new int[stages];
        this.nanos = new long[stages];
        this.unnamed = index.routes().route(null, strict);
        this.selection = index.selection();
        this.code = selection.decisions().code();
        this.entries = selection.decisions().entries();
    }

    /** Finds out which stages an event matches; returns how many. */
    public int match(Event event) {
        begin();
        Route route = route(event.index());
        Bucket bucket = bucket(route, event);
        collect(bucket, event);
        ask(bucket, route, event);
        if (matchCount > 1) {
            Arrays.sort(candidates, 0, matchCount);
        }
        events++;
        if (events % ONE_OF == 0 || index.isNew()) {
            learn(event);
        }
        return matchCount;
    }

    /** One of the stages that the last event matched, in ascending order. */
    public int matched(int position) {
        return candidates[position];
    }

    /** Takes what the stages had to do. */
    @FunctionalInterface
    public interface Accounts {

        /**
         * Something about one stage, since it was told the last time.
         *
         * @param asked how many events asked it
         * @param matched how many of them satisfied it
         * @param sampled how many of them were timed
         * @param nanos how long these took together
         */
        void add(int stage, int asked, int matched, int sampled, long nanos);
    }

    /**
     * Tells what the stages had to do since the last time; those that had nothing to do are left out.
     *
     * @return how many events there were since
     */
    public int drain(Accounts accounts) {
        for (int i = 0; i < busyCount; i++) {
            int stage = busy[i];
            accounts.add(stage, asked[stage], matched[stage], sampled[stage], nanos[stage]);
            asked[stage] = 0;
            matched[stage] = 0;
            sampled[stage] = 0;
            nanos[stage] = 0;
        }
        busyCount = 0;
        int since = events - eventsDrained;
        eventsDrained = events;
        return since;
    }

    /** How many stages the last event was asked. */
    public int candidates() {
        return candidateCount;
    }

    private void begin() {
        if (++stamp < 0) {
            stamp = 1;
            Arrays.fill(truth, 0);
            Arrays.fill(askedPredicate, 0);
            Arrays.fill(askedGroup, 0);
            Arrays.fill(seenStage, 0);
        }
        Selection current = index.selection();
        if (current != selection) {
            selection = current;
            code = current.decisions().code();
            entries = current.decisions().entries();
            Arrays.fill(bucketsAtHand, null);
        }
        candidateCount = 0;
        matchCount = 0;
    }

    private Route route(@Nullable String name) {
        if (name == null) {
            return unnamed;
        }
        Route known = routes.get(name);
        return known == null ? newRoute(name) : known;
    }

    private Route newRoute(String name) {
        if (routes.size() >= index.bounds().indices()) {
            routes.clear();
        }
        Route route = index.routes().route(name, strict);
        routes.put(name, route);
        return route;
    }

    private Bucket bucket(Route route, Event event) {
        keySize = 0;
        appendKey(route.number());
        for (int slot : keySlots) {
            int start = keySize;
            int first = event.firstValue(slot);
            for (int value = first; value >= 0; value = event.nextValue(value)) {
                for (int predicate : satisfied(slot, event, value)) {
                    if (truth[predicate] != stamp) {
                        truth[predicate] = stamp;
                        appendKey(predicate);
                    }
                }
            }
            askedGroup[slot] = stamp;
            if (first >= 0 && event.nextValue(first) >= 0) {
                Arrays.sort(key, start, keySize);
            }
        }
        int hash = 0;
        for (int i = 0; i < keySize; i++) {
            hash = hash * 0x9E3779B1 + key[i];
        }
        int place = (hash ^ hash >>> 15) & BUCKETS_AT_HAND - 1;
        Bucket atHand = bucketsAtHand[place];
        int[] itsKey = keysAtHand[place];
        if (atHand != null && Arrays.equals(itsKey, 0, itsKey.length, key, 0, keySize)) {
            return atHand;
        }
        return fetch(route, place);
    }

    private Bucket fetch(Route route, int place) {
        int[] holds = Arrays.copyOfRange(key, 1, keySize);
        Arrays.sort(holds);
        Bucket bucket = selection.bucket(route, holds);
        if (route.number() >= 0) {
            bucketsAtHand[place] = bucket;
            keysAtHand[place] = Arrays.copyOf(key, keySize);
        }
        return bucket;
    }

    private void appendKey(int number) {
        if (keySize == key.length) {
            key = Arrays.copyOf(key, 2 * keySize);
        }
        key[keySize++] = number;
    }

    private int[] satisfied(int group, Event event, int value) {
        ValueMatcher matcher = matchers[group];
        return (matcher == null ? newMatcher(group) : matcher)
                .satisfied(event.bytes(), event.start(value), event.end(value), event.kind(value));
    }

    /** Made when the first value comes: of all fields that rules know, a stream has a few. */
    private ValueMatcher newMatcher(int group) {
        ValuePlan plan = index.plan(group);
        if (plan == null) {
            throw new IllegalStateException("group must have a plan: " + group);
        }
        ValueMatcher matcher = plan.newMatcher();
        matchers[group] = matcher;
        return matcher;
    }

    private void collect(Bucket bucket, Event event) {
        int[] @Nullable [] stages = bucket.stages();
        if (!bucket.exact()) {
            for (int i = 1; i < keySize; i++) {
                addCandidates(stages[key[i]]);
            }
        }
        for (int slot : bucket.slots()) {
            if (askedGroup[slot] != stamp) {
                askedGroup[slot] = stamp;
                for (int value = event.firstValue(slot); value >= 0; value = event.nextValue(value)) {
                    for (int predicate : satisfied(slot, event, value)) {
                        truth[predicate] = stamp;
                        addCandidates(stages[predicate]);
                    }
                }
            }
        }
        addCandidates(bucket.always());
    }

    private void addCandidates(int @Nullable [] stages) {
        if (stages != null) {
            for (int stage : stages) {
                if (seenStage[stage] != stamp) {
                    seenStage[stage] = stamp;
                    candidates[candidateCount++] = stage;
                }
            }
        }
    }

    private void ask(Bucket bucket, Route route, Event event) {
        boolean timed = (events & TIMED_MASK) == 0;
        for (int i = 0; i < candidateCount; i++) {
            int stage = candidates[i];
            if (bucket.exact() || route.stages().get(stage)) {
                if (asked[stage]++ == 0) {
                    busy[busyCount++] = stage;
                }
                if (timed ? decideTimed(stage, event) : decide(entries[stage], event)) {
                    matched[stage]++;
                    candidates[matchCount++] = stage;
                }
            }
        }
    }

    private boolean decideTimed(int stage, Event event) {
        long start = System.nanoTime();
        boolean matches = decide(entries[stage], event);
        nanos[stage] += System.nanoTime() - start;
        sampled[stage]++;
        return matches;
    }

    private boolean decide(int entry, Event event) {
        int at = entry;
        while (at >= 0) {
            at = holds(code[at], event) ? code[at + 1] : code[at + 2];
        }
        return at == Decisions.YES;
    }

    private boolean holds(int predicate, Event event) {
        if (truth[predicate] == stamp) {
            return true;
        }
        int group = groupOf[predicate];
        if (group < 0) {
            return holdsAlone(predicate, event);
        }
        if (askedGroup[group] == stamp) {
            return false;
        }
        askGroup(group, event);
        return truth[predicate] == stamp;
    }

    private void askGroup(int group, Event event) {
        askedGroup[group] = stamp;
        int slot = group < fields ? group : group - fields;
        for (int value = event.firstValue(slot); value >= 0; value = event.nextValue(value)) {
            for (int predicate : satisfied(group, event, value)) {
                truth[predicate] = stamp;
            }
        }
    }

    private boolean holdsAlone(int predicate, Event event) {
        EventMatcher matcher = alone[predicate];
        if (askedPredicate[predicate] == stamp || matcher == null) {
            return false;
        }
        askedPredicate[predicate] = stamp;
        boolean holds = matcher.matches(event);
        truth[predicate] = holds ? stamp : 0;
        return holds;
    }

    /** Looks at the fields that were of no interest so far, to learn how often their predicates are true. */
    private void learn(Event event) {
        List<Integer> there = new ArrayList<>();
        for (int slot = 0; slot < fields; slot++) {
            if (event.firstValue(slot) >= 0) {
                there.add(slot);
                if (index.plan(slot) != null && askedGroup[slot] != stamp) {
                    askGroup(slot, event);
                }
            }
        }
        index.learn(truth, stamp, there);
    }
}
