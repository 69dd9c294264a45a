package io.eqlair.engine.index.field;

import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.engine.matcher.ValueTests;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.value.Values;
import java.util.Comparator;
import java.util.List;

/**
 * All predicates about the text of one field, prepared to be asked together. Immutable; every thread makes its own
 * {@link FieldMatcher} of it.
 *
 * <p>One by one they are asked by their places in the order of ids.
 */
final class FieldPlan {

    private final List<ValuePlan.Entry> entries;
    private final ValueTest[] tests;
    private final PieceTrie trie;
    private final UnitClasses classes;
    private final boolean wholeDecimals;

    private FieldPlan(List<ValuePlan.Entry> entries) {
        this.entries = entries;
        this.tests =
                entries.stream().map(entry -> ValueTests.of(entry.predicate())).toArray(ValueTest[]::new);
        this.trie = trie(entries);
        this.classes = new UnitClasses(trie.tokens());
        this.wholeDecimals = entries.stream().anyMatch(entry -> hasWholeDecimal(entry.predicate()));
    }

    /** A plan for predicates of one field with ids of their own. */
    static FieldPlan of(List<ValuePlan.Entry> entries) {
        return new FieldPlan(entries.stream()
                .sorted(Comparator.comparingInt(ValuePlan.Entry::id))
                .toList());
    }

    FieldMatcher matcher(MatcherBounds bounds) {
        return new FieldMatcher(this, bounds);
    }

    int size() {
        return tests.length;
    }

    int id(int place) {
        return entries.get(place).id();
    }

    /** Asks one predicate in the straightforward way. */
    boolean holds(int place, Object value) {
        return tests[place].accepts(value);
    }

    PieceTrie trie() {
        return trie;
    }

    UnitClasses classes() {
        return classes;
    }

    /** Whether a constant such as {@code 4.0} equals integers whose text is another. */
    boolean hasWholeDecimals() {
        return wholeDecimals;
    }

    private static PieceTrie trie(List<ValuePlan.Entry> entries) {
        PieceTrieBuilder builder = new PieceTrieBuilder();
        entries.forEach(entry -> add(entry, builder));
        return builder.build();
    }

    private static void add(ValuePlan.Entry entry, PieceTrieBuilder builder) {
        int id = entry.id();
        switch (entry.predicate()) {
            case Predicate.Exists exists -> builder.always(id);
            case Predicate.Like like ->
                like.patterns().forEach(pattern -> builder.wildcard(pattern, like.ignoreCase(), id));
            case Predicate.OneOf oneOf ->
                oneOf.values()
                        .forEach(value -> builder.literal(String.valueOf(Values.text(value)), oneOf.ignoreCase(), id));
            default -> throw new IllegalArgumentException("not about text: " + entry.predicate());
        }
    }

    private static boolean hasWholeDecimal(Predicate.OfField predicate) {
        return predicate instanceof Predicate.OneOf oneOf
                && oneOf.values().stream()
                        .anyMatch(value -> value instanceof Double number && number == Math.rint(number));
    }
}
