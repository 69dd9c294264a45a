package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;

/** Compares what a live engine has detected with what the reference finds. */
@FunctionalInterface
interface Comparison {

    /** What is wrong, empty where nothing is. */
    String verdict(ReferenceSearch search, List<Sent> arrivals, List<Outcome> found);

    /** The same, each once. */
    static String exactly(ReferenceSearch search, List<Sent> arrivals, List<Outcome> found) {
        Set<Outcome> expected = new HashSet<>(search.outcomes(arrivals, 1));
        boolean right = found.size() == expected.size() && expected.equals(new HashSet<>(found));
        return right ? "" : verdict("not the same, each once", search.outcomes(arrivals, 1), found);
    }

    /**
     * The same, each once. In addition there may be what could be seen before late events came; but not where the engine
     * had to wait for something that must be missing.
     */
    static String late(ReferenceSearch search, List<Sent> arrivals, List<Outcome> found) {
        String verdict = anyOrder(search, arrivals, found);
        Set<Outcome> unseen = new HashSet<>(found);
        for (int i = arrivals.size(); i > 0 && verdict.isEmpty() && !unseen.isEmpty(); i--) {
            search.outcomes(arrivals.subList(0, i), 1).forEach(unseen::remove);
        }
        return verdict.isEmpty() && !unseen.isEmpty() ? verdict("never to be seen", List.of(), found) : verdict;
    }

    /** The same, each once; anything in addition, but not where something must be missing. */
    static String anyOrder(ReferenceSearch search, List<Sent> arrivals, List<Outcome> found) {
        if (search.query() instanceof AnalyzedQuery.Sequence sequence
                && sequence.stages().stream().anyMatch(Stage::missing)) {
            return exactly(search, arrivals, found);
        }
        List<Outcome> expected = search.outcomes(arrivals, 1);
        Set<Outcome> distinct = new HashSet<>(found);
        boolean right = distinct.size() == found.size() && distinct.containsAll(expected);
        return right ? "" : verdict("not all, each once", expected, found);
    }

    /** One sample for each key that has one. */
    static String onePerKey(ReferenceSearch search, List<Sent> arrivals, List<Outcome> found) {
        List<Outcome> all = search.outcomes(arrivals, Integer.MAX_VALUE);
        List<Key> expected = all.stream().map(Outcome::key).distinct().toList();
        List<Key> keys = found.stream().map(Outcome::key).sorted().toList();
        boolean right = all.containsAll(found) && expected.equals(keys);
        return right ? "" : verdict("not one of the samples for each key", all, found);
    }

    /** For each key some of the samples that fit into a window, one after the other; none only where none fits. */
    static Comparison onePerWindow(Duration window) {
        return (search, arrivals, found) -> {
            Set<Outcome> fitting = new HashSet<>();
            for (int i = 1; i <= arrivals.size(); i++) {
                long start = arrivals.get(i - 1).nanos() - window.toNanos();
                List<Sent> events = arrivals.subList(0, i).stream()
                        .filter(event -> event.nanos() >= start)
                        .toList();
                fitting.addAll(search.outcomes(events, Integer.MAX_VALUE));
            }
            boolean right = fitting.containsAll(found) && keys(fitting).equals(keys(found)) && follow(found, arrivals);
            return right ? "" : verdict("not one of the samples for each window", List.copyOf(fitting), found);
        };
    }

    private static Set<Key> keys(Iterable<Outcome> outcomes) {
        Set<Key> keys = new HashSet<>();
        outcomes.forEach(outcome -> keys.add(outcome.key()));
        return keys;
    }

    /** Whether the events of a key's next sample are never older than those of the last. */
    private static boolean follow(List<Outcome> found, List<Sent> arrivals) {
        Map<String, Long> times = new HashMap<>();
        arrivals.forEach(event -> times.put(event.id(), event.nanos()));
        Map<Key, Long> ends = new HashMap<>();
        for (Outcome outcome : found) {
            LongSummaryStatistics span = outcome.steps().stream()
                    .mapToLong(id -> times.getOrDefault(id, 0L))
                    .summaryStatistics();
            Long end = ends.put(outcome.key(), span.getMax());
            if (end != null && span.getMin() < end) {
                return false;
            }
        }
        return true;
    }

    /** The words of a verdict. */
    static String verdict(String what, List<Outcome> expected, List<Outcome> found) {
        return what + "\nexpected " + expected + "\nfound    " + found;
    }
}
