package io.eqlair.engine.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Says what an engine has got wrong, by the answers of the reference. */
@FunctionalInterface
interface Judge {

    /** One verdict for each query, empty where nothing is wrong. */
    List<String> verdicts(List<String> queries, Delivery delivery);

    /** A search of the engine finds the same, in the same order. */
    static Judge ofSearch(int samplesPerKey) {
        return (queries, delivery) -> queries.stream()
                .map(query -> {
                    List<Sent> events = delivery.arrivals();
                    List<Outcome> expected = new ReferenceSearch(query).outcomes(events, samplesPerKey);
                    List<Outcome> found = BatchRun.outcomes(query, events, samplesPerKey);
                    return expected.equals(found) ? "" : Comparison.verdict("not the same", expected, found);
                })
                .toList();
    }

    /** The live engine's detections compare well with what the reference finds. */
    static Judge ofStream(Comparison comparison) {
        return ofStream(LiveRun::outcomes, comparison);
    }

    /**
     * The same for an engine that is run in another way.
     *
     * @param run takes queries and a delivery, and gives what each query has detected
     */
    static Judge ofStream(BiFunction<List<String>, Delivery, List<List<Outcome>>> run, Comparison comparison) {
        return (queries, delivery) -> {
            List<List<Outcome>> found = run.apply(queries, delivery);
            List<String> verdicts = new ArrayList<>();
            for (String query : queries) {
                List<Outcome> outcomes = found.get(verdicts.size());
                verdicts.add(comparison.verdict(new ReferenceSearch(query), delivery.arrivals(), outcomes));
            }
            return verdicts;
        };
    }
}
