package io.eqlair.engine.sequence;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.event.Event;
import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds all sequences in a list of events that is in order and complete. */
public final class SequenceSearch {

    private final Shape shape;
    private final ItemTable items;

    public SequenceSearch(AnalyzedQuery.Sequence query, ItemTable items) {
        this.shape = SequenceShape.search(query);
        this.items = items;
    }

    /** The sequences, by their last event, then by key. */
    public List<Match> search(List<Event> inOrder) {
        Map<JoinKey, KeyState> states = new LinkedHashMap<>();
        List<Completed> completed = new ArrayList<>();
        for (Event event : inOrder) {
            for (KeyedItems keyed : items.match(event)) {
                KeyState state = states.computeIfAbsent(keyed.key(), shape::newState);
                add(keyed.key(), state.accept(event.stored(), keyed.items(), Long.MAX_VALUE), completed);
            }
        }
        states.forEach((key, state) -> add(key, state.settle(Long.MAX_VALUE), completed));
        return completed.stream()
                .sorted(Completed.ORDER)
                .map(one -> new Match(one.key().values(), shape.steps(one.events())))
                .toList();
    }

    private static void add(JoinKey key, List<List<StoredEvent>> results, List<Completed> completed) {
        results.forEach(events -> completed.add(new Completed(key, events)));
    }
}
