package io.eqlair.engine.reference;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Searches a finished list of events for a sequence or sample, the long way round. */
final class ReferenceSearch {

    private static final EventRoles ROLES = EventRoles.ECS;

    private static final ReferenceSearch ANYTHING = new ReferenceSearch("sequence [any where true] [any where true]");

    private final AnalyzedQuery query;
    private final FieldTable table;
    private final EventReader reader;

    /** Prepares a query over events of the Elastic Common Schema. */
    ReferenceSearch(String eql) {
        Source source = new Source(eql);
        Statement statement = EqlParser.parse(source, EqlLimits.DEFAULT);
        this.query = Analyzer.analyze(statement, source, EqlLimits.DEFAULT, ROLES.timestamp());
        this.table = ROLES.table(query.fields());
        this.reader = new EventReader(table, ROLES, EventLimits.DEFAULT, () -> Instant.EPOCH, () -> 0);
    }

    /** Events in the order in which they happened; where that is open, in the order of the list. */
    static List<Sent> inOrder(List<Sent> arrived) {
        record Both(Sent sent, Event event) {}
        return arrived.stream()
                .map(sent -> new Both(sent, ANYTHING.read(sent)))
                .sorted(Comparator.comparing(Both::event, Placed.ORDER))
                .map(Both::sent)
                .toList();
    }

    AnalyzedQuery query() {
        return query;
    }

    /**
     * What is found, in the order in which it is shown.
     *
     * @param arrived the events in the order of their arrival
     * @param samplesPerKey the largest number of samples of one key
     */
    List<Outcome> outcomes(List<Sent> arrived, int samplesPerKey) {
        List<Event> events = arrived.stream().map(this::read).toList();
        Occurrences occurrences = new Occurrences(table, ROLES);
        List<Outcome> outcomes = switch (query) {
            case AnalyzedQuery.Sequence sequence ->
                new ReferenceSequences(sequence, occurrences).outcomes(Placed.inOrder(events));
            case AnalyzedQuery.Sample sample ->
                new ReferenceSamples(sample, occurrences, samplesPerKey).outcomes(Placed.asTheyCame(events));
            case AnalyzedQuery.Events single ->
                throw new IllegalArgumentException("query must be a sequence or sample: " + single);
        };
        return limited(outcomes);
    }

    private Event read(Sent sent) {
        try {
            return reader.read(sent.bytes(), Envelope.NONE);
        } catch (EventRejected rejected) {
            throw new IllegalArgumentException("document must be an event: " + sent.json(), rejected);
        }
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
