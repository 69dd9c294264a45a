package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.event.Event;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.List;

/** Searches a finished list of events for a sequence or sample, the long way round. */
final class ReferenceSearch {

    private final AnalyzedQuery query;
    private final EventRoles roles;
    private final FieldTable table;

    ReferenceSearch(AnalyzedQuery query, EventRoles roles) {
        this.query = query;
        this.roles = roles;
        this.table = roles.table(query.fields());
    }

    /** The fields that the events have to be read with. */
    FieldTable table() {
        return table;
    }

    /**
     * What is found, in the order in which it is shown.
     *
     * @param arrived the events in the order of their arrival
     * @param samplesPerKey the largest number of samples of one key
     */
    List<Outcome> outcomes(List<Event> arrived, int samplesPerKey) {
        Occurrences occurrences = new Occurrences(table, roles);
        List<Outcome> outcomes = switch (query) {
            case AnalyzedQuery.Sequence sequence ->
                new ReferenceSequences(sequence, occurrences).outcomes(Placed.inOrder(arrived));
            case AnalyzedQuery.Sample sample ->
                new ReferenceSamples(sample, occurrences, samplesPerKey).outcomes(Placed.asTheyCame(arrived));
            case AnalyzedQuery.Events events ->
                throw new IllegalArgumentException("query must be a sequence or sample: " + events);
        };
        return limited(outcomes);
    }

    private List<Outcome> limited(List<Outcome> outcomes) {
        List<Outcome> kept = new ArrayList<>(outcomes);
        for (Limit limit : query.limits()) {
            while (kept.size() > limit.count()) {
                kept.remove(limit.end() == Limit.End.HEAD ? kept.size() - 1 : 0);
            }
        }
        return kept;
    }
}
