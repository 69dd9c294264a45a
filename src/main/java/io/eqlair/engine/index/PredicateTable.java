package io.eqlair.engine.index;

import io.eqlair.engine.index.field.ValuePlan;
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
 * <p>Those about the text of one field are found out together, by the field's field matcher, and regular expressions
 * about one field by its expression matcher: two groups for each field, numbered by its slot, and from the number of
 * fields on. The others stand alone: an order, a time, a network, or a computation over several fields.
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
        boolean single = kind(predicate) == Kind.ALONE;
        alone.add(single ? compiler.compile(predicate) : null);
        if (kind(predicate) != Kind.TEXT) {
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

    /** How to ask a predicate that stands alone; null for one of a group. */
    @Nullable
    EventMatcher alone(int number) {
        return alone.get(number);
    }

    /** The slot of the field whose text a predicate is about; -1 for other predicates. */
    int slot(int number) {
        return kind(predicates.get(number)) == Kind.TEXT ? firstSlot(number) : -1;
    }

    /** The group that a predicate is found out with, -1 where it stands alone. */
    int group(int number) {
        return switch (kind(predicates.get(number))) {
            case TEXT -> firstSlot(number);
            case EXPRESSION -> fields.size() + firstSlot(number);
            case ALONE -> -1;
        };
    }

    private int firstSlot(int number) {
        return fields.slot(predicates.get(number).fields().getFirst());
    }

    /** What the matchers are made of, by group; null for groups without predicates. */
    @Nullable
    ValuePlan[] plans() {
        Map<Integer, List<ValuePlan.Entry>> entries = new HashMap<>();
        for (int number = 0; number < size(); number++) {
            if (predicates.get(number) instanceof Predicate.OfField ofField && group(number) >= 0) {
                entries.computeIfAbsent(group(number), group -> new ArrayList<>())
                        .add(new ValuePlan.Entry(number, ofField));
            }
        }
        @Nullable ValuePlan[] plans = new @Nullable ValuePlan[2 * fields.size()];
        entries.forEach((group, some) ->
                plans[group] = group < fields.size() ? ValuePlan.ofText(some) : ValuePlan.ofExpressions(some));
        return plans;
    }

    /**
     * The predicates, of which at least one must be true for one that stands alone: that one of its fields has a value. Empty
     * where it may be true of an event without any.
     */
    BitSet fieldsNeededBy(int number) {
        BitSet exist = new BitSet();
        EventMatcher matcher = alone.get(number);
        if (matcher == null || !matcher.matches(Event.empty(fields))) {
            predicates.get(number).fields().forEach(field -> exist.set(find(new Predicate.Exists(field))));
        }
        return exist;
    }

    private enum Kind {
        TEXT,
        EXPRESSION,
        ALONE
    }

    private static Kind kind(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Exists exists -> Kind.TEXT;
            case Predicate.OneOf oneOf -> Kind.TEXT;
            case Predicate.Like like -> Kind.TEXT;
            case Predicate.Regex regex -> Kind.EXPRESSION;
            case Predicate.Ordered ordered -> Kind.ALONE;
            case Predicate.AtTime atTime -> Kind.ALONE;
            case Predicate.InNetwork inNetwork -> Kind.ALONE;
            case Predicate.Computed computed -> Kind.ALONE;
            case Predicate.NullTest nullTest -> Kind.ALONE;
        };
    }
}
