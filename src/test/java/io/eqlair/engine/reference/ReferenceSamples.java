package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.AnalyzedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Samples: for each key every way to give each item an event of its own, the events taken in the order of the list and
 * the last item's varying fastest.
 */
final class ReferenceSamples {

    private final AnalyzedQuery.Sample query;
    private final Occurrences occurrences;
    private final int perKey;

    ReferenceSamples(AnalyzedQuery.Sample query, Occurrences occurrences, int perKey) {
        this.query = query;
        this.occurrences = occurrences;
        this.perKey = perKey;
    }

    /** The samples by ascending key, not more than some for each. */
    List<Outcome> outcomes(List<Placed> events) {
        List<Map<Key, List<Placed>>> fitting = query.stages().stream()
                .map(stage -> occurrences.of(stage, events))
                .toList();
        Set<Key> keys = new TreeSet<>();
        keys.addAll(fitting.getFirst().keySet());
        return keys.stream().flatMap(key -> samples(key, fitting).stream()).toList();
    }

    private List<Outcome> samples(Key key, List<Map<Key, List<Placed>>> fitting) {
        List<List<Placed>> choices = fitting.stream()
                .map(byKey -> byKey.getOrDefault(key, List.of()))
                .toList();
        List<List<Placed>> samples = new ArrayList<>();
        complete(List.of(), choices, samples);
        return samples.stream()
                .map(sample -> new Outcome(sample.stream().map(Placed::id).toList(), key))
                .toList();
    }

    private void complete(List<Placed> chosen, List<List<Placed>> choices, List<List<Placed>> samples) {
        if (chosen.size() == choices.size()) {
            samples.add(chosen);
            return;
        }
        for (Placed choice : choices.get(chosen.size())) {
            if (!chosen.contains(choice) && samples.size() < perKey) {
                List<Placed> longer = new ArrayList<>(chosen);
                longer.add(choice);
                complete(longer, choices, samples);
            }
        }
    }
}
