package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a sequence, or of the beginning of one.
 *
 * @param events for the items that are not missing, in order; at least one
 */
record Candidate(Key key, List<Placed> events) {

    Placed first() {
        return events.getFirst();
    }

    Placed last() {
        return events.getLast();
    }

    Candidate with(Placed next) {
        List<Placed> longer = new ArrayList<>(events);
        longer.add(next);
        return new Candidate(key, longer);
    }

    /** For each item its event, null for a missing one. */
    List<@Nullable Placed> steps(List<Stage> stages) {
        List<@Nullable Placed> steps = new ArrayList<>();
        int present = 0;
        for (Stage stage : stages) {
            steps.add(stage.missing() ? null : events.get(present++));
        }
        return steps;
    }
}
