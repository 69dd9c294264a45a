package io.eqlair.engine.index;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The predicates of all rules, each once, numbered from 0.
 *
 * <p>Those about the text of one field are found out together, by the field's {@link FieldMatcher}. The others stand alone:
 * an order, a time, a network, a regular expression, or a computation over several fields.
 */
final class PredicateTable {

    private final FieldTable fields;
    private final MatcherCompiler compiler;
    private final Map<Predicate, Integer> numbers = new HashMap<>();
    private final List<Predicate> predicates = new ArrayList<>();
    private final List<@Nullable EventMatcher> alone = new ArrayList<>();

    PredicateTable(FieldTable fields) {
        this.fields = fields;
        this.compiler = new MatcherCompiler(fields);
    }

    FieldTable fields() {
        return fields;
    }

    /** Reads a condition, taking up the predicates that are new. */
    Clause clause(Condition condition) {
        return switch (condition) {
            case Condition.Known known -> new Clause.Known(Boolean.TRUE.equals(known.value()));
            case Condition.All all -> new Clause.All(clauses(all.operands()));
            case Condition.Any any -> new Clause.Any(clauses(any.operands()));
            case Condition.Not not -> new Clause.Not(clause(not.operand()));
            case Condition.Test test -> new Clause.Test(add(test.predicate()));
        };
    }

    private List<Clause> clauses(List<Condition> conditions) {
        return conditions.stream().map(this::clause).toList();
    }

    /** The number of a predicate, which is taken up where it is new. */
    int add(Predicate predicate) {
        Integer known = numbers.get(predicate);
        if (known != null) {
            return known;
        }
        int number = predicates.size();
        numbers.put(predicate, number);
        predicates.add(predicate);
        alone.add(isAboutText(predicate) ? null : compiler.compile(predicate));
        if (alone.get(number) != null) {
            predicate.fields().forEach(field -> add(new Predicate.Exists(field)));
        }
        return number;
    }

    /** The number of a predicate, -1 where it is not in the table. */
    int find(Predicate predicate) {
        return numbers.getOrDefault(predicate, -1);
    }

    int size() {
        return predicates.size();
    }

    Predicate predicate(int number) {
        return predicates.get(number);
    }

    /** How to ask a predicate that stands alone; null for one that its field's matcher answers. */
    @Nullable
    EventMatcher alone(int number) {
        return alone.get(number);
    }

    /** The slot of the field whose matcher answers a predicate, -1 where it stands alone. */
    int slot(int number) {
        return alone.get(number) == null
                ? fields.slot(predicates.get(number).fields().getFirst())
                : -1;
    }

    /** Which field matchers there are to be, by slot; null for fields that none is needed for. */
    @Nullable
    FieldPlan[] plans() {
        Map<Integer, List<FieldPlan.Entry>> entries = new HashMap<>();
        for (int number = 0; number < size(); number++) {
            if (predicates.get(number) instanceof Predicate.OfField ofField && alone.get(number) == null) {
                entries.computeIfAbsent(slot(number), slot -> new ArrayList<>())
                        .add(new FieldPlan.Entry(number, ofField));
            }
        }
        @Nullable FieldPlan[] plans = new @Nullable FieldPlan[fields.size()];
        entries.forEach((slot, some) -> plans[slot] = FieldPlan.of(some));
        return plans;
    }

    /**
     * The predicates, of which at least one must be true for one that stands alone: that one of its fields has a value. Empty
     * where it may be true of an event without any.
     */
    BitSet fieldsNeededBy(int number) {
        BitSet exist = new BitSet();
        EventMatcher matcher = alone.get(number);
        if (matcher != null && !matcher.matches(Event.empty(fields.size()))) {
            predicates.get(number).fields().forEach(field -> exist.set(find(new Predicate.Exists(field))));
        }
        return exist;
    }

    private static boolean isAboutText(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Exists exists -> true;
            case Predicate.OneOf oneOf -> true;
            case Predicate.Like like -> true;
            case Predicate.Regex regex -> false;
            case Predicate.Ordered ordered -> false;
            case Predicate.AtTime atTime -> false;
            case Predicate.InNetwork inNetwork -> false;
            case Predicate.Computed computed -> false;
            case Predicate.NullTest nullTest -> false;
        };
    }
}
