package io.eqlair.engine.sequence;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Filter;
import io.eqlair.eql.analysis.Stage;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The different items of a query, compiled for one field table: which of them an event matches, and for which keys. */
public final class ItemTable {

    private final List<Stage> stages;
    private final List<EventMatcher> matchers = new ArrayList<>();
    private final List<KeyReader> keys = new ArrayList<>();
    private final boolean sameKeys;

    private ItemTable(List<Stage> distinct, FieldTable table, String categoryField) {
        MatcherCompiler compiler = new MatcherCompiler(table);
        stages = distinct;
        for (Stage stage : distinct) {
            matchers.add(compiler.deferred(stage.filter(), categoryField));
            keys.add(new KeyReader(stage.keys(), table));
        }
        sameKeys = distinct.stream().map(Stage::keys).distinct().count() == 1;
    }

    /** The items of a sequence, {@code until} last. */
    public static ItemTable of(AnalyzedQuery.Sequence query, FieldTable table, String categoryField) {
        return new ItemTable(distinct(query), table, categoryField);
    }

    /** The items of a sample; none is left out, for each wants an event of its own. */
    public static ItemTable of(AnalyzedQuery.Sample query, FieldTable table, String categoryField) {
        return new ItemTable(query.stages(), table, categoryField);
    }

    /** An item that is repeated, by {@code runs} or by hand, is matched once. */
    static List<Stage> distinct(AnalyzedQuery.Sequence query) {
        List<Stage> distinct = new ArrayList<>();
        query.stages().forEach(stage -> addNew(distinct, stage));
        if (query.until() != null) {
            addNew(distinct, query.until());
        }
        return List.copyOf(distinct);
    }

    private static void addNew(List<Stage> distinct, Stage stage) {
        if (!distinct.contains(stage)) {
            distinct.add(stage);
        }
    }

    static int indexOf(List<Stage> distinct, Stage stage) {
        return distinct.indexOf(stage);
    }

    /** What the items of a sequence ask, in the order of {@link #stages}. */
    public static List<Filter> filters(AnalyzedQuery.Sequence query) {
        return distinct(query).stream().map(Stage::filter).toList();
    }

    /** The same for a sample. */
    public static List<Filter> filters(AnalyzedQuery.Sample query) {
        return query.stages().stream().map(Stage::filter).toList();
    }

    /** The items. */
    public List<Stage> stages() {
        return stages;
    }

    /** The condition of an item. */
    public EventMatcher matcher(int item) {
        return matchers.get(item);
    }

    /** The keys that an event has for an item, whether it matches it or not. */
    public Collection<JoinKey> keys(int item, Event event) {
        return keys.get(item).keys(event);
    }

    /** The items that an event matches, as bits for each key that it has for them; empty for most events. */
    List<KeyedItems> match(Event event) {
        long matched = 0;
        for (int item = 0; item < matchers.size(); item++) {
            if (matchers.get(item).matches(event)) {
                matched |= Items.bit(item);
            }
        }
        return matched == 0 ? List.of() : keyed(event, matched);
    }

    /**
     * The same for an event that is known to match some items.
     *
     * @param matched the items, as bits: bit {@code i} for the item {@code stages().get(i)}
     */
    public List<KeyedItems> keyed(Event event, long matched) {
        boolean oneItem = (matched & (matched - 1)) == 0;
        if (sameKeys || oneItem) {
            List<KeyedItems> keyed = new ArrayList<>(1);
            for (JoinKey key : keys.get(Long.numberOfTrailingZeros(matched)).keys(event)) {
                keyed.add(new KeyedItems(key, matched));
            }
            return keyed;
        }
        return merged(event, matched);
    }

    /** Items with keys of their own: the same key may come from several of them. */
    private List<KeyedItems> merged(Event event, long matched) {
        Map<JoinKey, Long> itemsByKey = new LinkedHashMap<>();
        for (int item = 0; item < matchers.size(); item++) {
            if (Items.contains(matched, item)) {
                long bit = Items.bit(item);
                keys.get(item).keys(event).forEach(key -> itemsByKey.merge(key, bit, (a, b) -> a | b));
            }
        }
        List<KeyedItems> keyed = new ArrayList<>();
        itemsByKey.forEach((key, items) -> keyed.add(new KeyedItems(key, items)));
        return keyed;
    }
}
