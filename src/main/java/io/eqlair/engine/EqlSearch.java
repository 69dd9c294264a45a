package io.eqlair.engine;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.StoredEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A query over a given list of events, as Elasticsearch's EQL search runs one over an index. Nothing of it touches the
 * live rules. For one search and one thread.
 */
public final class EqlSearch {

    private final CheckedRule rule;
    private final RuleSet table;
    private final EventReader reader;
    private final AtomicLong arrivals = new AtomicLong();

    /** Prepares a checked query; its definition says which fields are the events' time, order and category. */
    public EqlSearch(CheckedRule rule, EngineSettings settings, InstantSource clock) {
        this.rule = rule;
        this.table = RuleSet.of(List.of(rule), rule.definition().roles());
        this.reader = new EventReader(
                table.table(), rule.definition().roles(), settings.limits(), clock, arrivals::incrementAndGet);
    }

    /** Reads the events that are searched. */
    public EventReader reader() {
        return reader;
    }

    /**
     * The events that match, oldest first.
     *
     * @param events in the order of their arrival
     */
    public List<StoredEvent> search(AnalyzedQuery.Events query, List<Event> events) {
        EventMatcher matcher = new MatcherCompiler(table.table())
                .compile(query.filter(), rule.definition().roles().category());
        List<StoredEvent> found = events.stream()
                .filter(matcher::matches)
                .map(Event::stored)
                .sorted()
                .toList();
        return limit(found, query.limits());
    }

    private static <T> List<T> limit(List<T> results, List<Limit> limits) {
        List<T> kept = results;
        for (Limit limit : limits) {
            int count = Math.min(limit.count(), kept.size());
            kept = switch (limit.end()) {
                case HEAD -> kept.subList(0, count);
                case TAIL -> kept.subList(kept.size() - count, kept.size());
            };
        }
        return kept;
    }
}
