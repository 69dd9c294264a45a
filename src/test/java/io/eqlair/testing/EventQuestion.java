package io.eqlair.testing;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.Evidence;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An event query from its text to its answers, without an engine around it. */
public final class EventQuestion {

    /** The arrival of every event that does not say its time. */
    public static final Instant ARRIVAL = Instant.parse("2026-11-22T12:00:00Z");

    private final EventMatcher matcher;
    private final EventReader reader;

    private EventQuestion(EventMatcher matcher, EventReader reader) {
        this.matcher = matcher;
        this.reader = reader;
    }

    /** Reads, checks and compiles a text; {@link io.eqlair.eql.source.EqlException} says what is wrong with it. */
    public static EventQuestion of(String query) {
        EventRoles roles = EventRoles.ECS;
        AnalyzedQuery.Events events = (AnalyzedQuery.Events) analyze(query);
        Set<String> fields = new HashSet<>(events.fields());
        fields.add(roles.category());
        EventReader reader = reader(fields);
        return new EventQuestion(
                new MatcherCompiler(reader.table()).compile(events.filter(), roles.category()), reader);
    }

    /** Reads and checks a text. */
    public static AnalyzedQuery analyze(String query) {
        Source source = new Source(query);
        return Analyzer.analyze(EqlParser.parse(source), source, EqlLimits.DEFAULT, EventRoles.ECS.timestamp());
    }

    /** A reader of events that keeps these fields. */
    public static EventReader reader(Set<String> fields) {
        return new EventReader(
                EventRoles.ECS.table(fields),
                EventRoles.ECS,
                EventLimits.DEFAULT,
                InstantSource.fixed(ARRIVAL),
                () -> 0);
    }

    public boolean matches(Event event) {
        return matcher.matches(event);
    }

    public List<Evidence> evidence(Event event) {
        return matcher.evidence(event);
    }

    /** An event of which the fields of the query are kept. */
    public Event event(String json) {
        try {
            return reader.read(json.getBytes(StandardCharsets.UTF_8), Envelope.NONE);
        } catch (EventRejected rejected) {
            throw new IllegalArgumentException(rejected);
        }
    }
}
