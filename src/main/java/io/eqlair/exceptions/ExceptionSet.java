package io.eqlair.exceptions;

import io.eqlair.engine.Exemption;
import io.eqlair.engine.ExemptionHits;
import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.rule.Rule;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All exceptions and value lists of one moment. An immutable snapshot, but for the hits. */
public final class ExceptionSet {

    static final ExceptionSet EMPTY =
            new ExceptionSet(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    private final SortedMap<String, HeldException> items;
    private final SortedMap<String, HeldList> lists;

    /** By id. */
    private final SortedMap<String, Rejected> rejected;

    private final SortedMap<String, Rejected> rejectedLists;

    private ExceptionSet(
            SortedMap<String, HeldException> items,
            SortedMap<String, HeldList> lists,
            SortedMap<String, Rejected> rejected,
            SortedMap<String, Rejected> rejectedLists) {
        this.items = items;
        this.lists = lists;
        this.rejected = rejected;
        this.rejectedLists = rejectedLists;
    }

    /** All exceptions, by their ids. */
    public List<ExceptionItem> items() {
        return items.values().stream().map(HeldException::item).toList();
    }

    /** The exception of an id. */
    public Optional<ExceptionItem> find(String id) {
        return Optional.ofNullable(items.get(id)).map(HeldException::item);
    }

    /** How often an exception has hit; null where there is no such exception. */
    public @Nullable ExemptionHits hits(String id) {
        HeldException held = items.get(id);
        return held == null ? null : held.exemption().hits();
    }

    /** All value lists, by their ids. */
    public List<ValueList> lists() {
        return lists.values().stream().map(HeldList::list).toList();
    }

    /** The value list of an id. */
    public Optional<ValueList> findList(String id) {
        return Optional.ofNullable(lists.get(id)).map(HeldList::list);
    }

    /** The files that are no exceptions. */
    public Collection<Rejected> rejected() {
        return Collections.unmodifiableCollection(rejected.values());
    }

    /** The files that are no value lists. */
    public Collection<Rejected> rejectedLists() {
        return Collections.unmodifiableCollection(rejectedLists.values());
    }

    /** The ids of the exceptions that name a value list. */
    public List<String> naming(String list) {
        return items().stream()
                .filter(item -> item.terms().valueLists().contains(list))
                .map(ExceptionItem::id)
                .toList();
    }

    /** The exceptions for a rule; those that are switched off or expired are among them. */
    public List<ExceptionItem> itemsFor(Rule rule) {
        return items.values().stream()
                .map(HeldException::item)
                .filter(item -> item.terms().scope().includes(rule))
                .toList();
    }

    /** What the engine is given for a rule: expired ones, too, as the clock may be set back. */
    List<Exemption> exemptions(Rule rule) {
        return items.values().stream()
                .filter(held -> held.item().terms().enabled())
                .filter(held -> held.item().terms().scope().includes(rule))
                .map(HeldException::exemption)
                .toList();
    }

    /** How many fields all exceptions read together. */
    int fields() {
        Set<String> fields = new HashSet<>();
        items.values().forEach(held -> fields.addAll(held.exemption().fields()));
        return fields.size();
    }

    /** How many values all lists have together. */
    int listValues() {
        return lists.values().stream()
                .mapToInt(held -> held.list().values().size())
                .sum();
    }

    /** What the engine makes of an exception; null where there is none. */
    public @Nullable Exemption exemption(String id) {
        HeldException held = items.get(id);
        return held == null ? null : held.exemption();
    }

    Set<String> listIds() {
        return lists.keySet();
    }

    /** The same with an exception in place of the one with its id, whose hits it goes on with. */
    ExceptionSet with(ExceptionItem item) {
        return withAll(List.of(item));
    }

    /** The same with several. */
    ExceptionSet withAll(Collection<ExceptionItem> several) {
        Map<String, ValueTest> tests = tests(lists);
        SortedMap<String, HeldException> next = new TreeMap<>(items);
        SortedMap<String, Rejected> wrong = new TreeMap<>(rejected);
        for (ExceptionItem item : several) {
            ExemptionHits hits = hits(item.id());
            next.put(item.id(), HeldException.of(item, tests, hits == null ? new ExemptionHits() : hits));
            wrong.remove(item.id());
        }
        return new ExceptionSet(next, lists, wrong, rejectedLists);
    }

    /** The same without an exception. */
    ExceptionSet without(String id) {
        SortedMap<String, HeldException> next = new TreeMap<>(items);
        SortedMap<String, Rejected> wrong = new TreeMap<>(rejected);
        next.remove(id);
        wrong.remove(id);
        return new ExceptionSet(next, lists, wrong, rejectedLists);
    }

    /** The same with a value list in place of the one with its id; the exceptions that name it ask the new one. */
    ExceptionSet with(ValueList list) {
        SortedMap<String, HeldList> next = new TreeMap<>(lists);
        SortedMap<String, Rejected> wrong = new TreeMap<>(rejectedLists);
        next.put(list.id(), HeldList.of(list));
        wrong.remove(list.id());
        ExceptionSet changed = new ExceptionSet(items, next, rejected, wrong);
        List<ExceptionItem> naming = items().stream()
                .filter(item -> item.terms().valueLists().contains(list.id()))
                .toList();
        return changed.withAll(naming);
    }

    /** The same without a value list that no exception names. */
    ExceptionSet withoutList(String id) {
        SortedMap<String, HeldList> next = new TreeMap<>(lists);
        SortedMap<String, Rejected> wrong = new TreeMap<>(rejectedLists);
        next.remove(id);
        wrong.remove(id);
        return new ExceptionSet(items, next, rejected, wrong);
    }

    /** The same with a file that is no exception. */
    ExceptionSet withRejected(Rejected file) {
        SortedMap<String, Rejected> wrong = new TreeMap<>(rejected);
        wrong.put(file.id(), file);
        return new ExceptionSet(items, lists, wrong, rejectedLists);
    }

    /** The same with a file that is no value list. */
    ExceptionSet withRejectedList(Rejected file) {
        SortedMap<String, Rejected> wrong = new TreeMap<>(rejectedLists);
        wrong.put(file.id(), file);
        return new ExceptionSet(items, lists, rejected, wrong);
    }

    private static Map<String, ValueTest> tests(SortedMap<String, HeldList> lists) {
        Map<String, ValueTest> tests = new HashMap<>();
        lists.forEach((id, held) -> tests.put(id, held.test()));
        return tests;
    }
}
