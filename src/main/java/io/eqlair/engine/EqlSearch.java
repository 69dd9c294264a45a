package io.eqlair.engine;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.engine.sequence.Match;
import io.eqlair.engine.sequence.SampleSearch;
import io.eqlair.engine.sequence.SequenceSearch;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.StoredEvent;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A query over a given list of events, as Elasticsearch's EQL search runs one over an index. Nothing of it touches the
 * live rules. For one search and one thread.
 */
public final class EqlSearch {

    /** What a search finds. */
    public sealed interface Result {

        /** Single events, oldest first. */
        record Events(List<StoredEvent> events) implements Result {}

        /** Sequences, by their last event. */
        record Sequences(List<Match> matches) implements Result {}

        /** Samples, by their keys. */
        record Samples(List<Match> matches) implements Result {}
    }

    private final CheckedRule rule;
    private final RuleSet set;
    private final EventReader reader;
    private final AtomicLong arrivals = new AtomicLong();

    /** Prepares a checked query; its definition says which fields are the events' time, order and category. */
    public EqlSearch(CheckedRule rule, EngineSettings settings, InstantSource clock) {
        this.rule = rule;
        this.set = RuleSet.of(List.of(rule), rule.definition().roles());
        this.reader = new EventReader(
                set.table(), rule.definition().roles(), settings.limits(), clock, arrivals::incrementAndGet);
    }

    /** Reads the events that are searched. */
    public EventReader reader() {
        return reader;
    }

    /**
     * Searches events.
     *
     * @param events in the order of their arrival
     * @param samplesPerKey how many samples each key may have
     */
    public Result search(List<Event> events, int samplesPerKey) {
        String category = rule.definition().roles().category();
        return switch (rule.query()) {
            case AnalyzedQuery.Events query -> new Result.Events(limit(found(query, events), query.limits()));
            case AnalyzedQuery.Sequence query -> {
                ItemTable items = ItemTable.of(query, set.table(), category);
                List<Match> matches = new SequenceSearch(query, items).search(sorted(events));
                yield new Result.Sequences(limit(matches, query.limits()));
            }
            case AnalyzedQuery.Sample query -> {
                ItemTable items = ItemTable.of(query, set.table(), category);
                List<Match> matches = new SampleSearch(items, samplesPerKey).search(events);
                yield new Result.Samples(limit(matches, query.limits()));
            }
        };
    }

    private List<StoredEvent> found(AnalyzedQuery.Events query, List<Event> events) {
        EventMatcher matcher = new MatcherCompiler(set.table())
                .compile(query.filter(), rule.definition().roles().category());
        return events.stream()
                .filter(matcher::matches)
                .map(Event::stored)
                .sorted()
                .toList();
    }

    private static List<Event> sorted(List<Event> events) {
        return events.stream().sorted(Comparator.comparing(Event::stored)).toList();
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
