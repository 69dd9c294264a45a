package io.eqlair.exceptions;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.parser.EqlPrinter;
import io.eqlair.eql.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exceptions as people read them, in the words of EQL: {@code process.name == "nc" and not source.ip in list "scanners"}. The
 * text is not read by anybody: here {@code not} is a plain negation, and lists are named.
 */
public final class ExceptionText {

    private static final Span NOWHERE = new Span(0, 0);

    /** So many values of one entry are written out. */
    private static final int SHOWN = 50;

    private ExceptionText() {}

    /** All that an exception asks, on one line. */
    public static String of(ExceptionTerms terms) {
        List<Entry> all = new ArrayList<>();
        if (!terms.osTypes().isEmpty()) {
            all.add(new Entry.OfField("host.os.type", Operator.IS_ONE_OF, List.copyOf(terms.osTypes())));
        }
        all.addAll(terms.entries());
        return all.size() == 1 ? of(all.getFirst()) : joined(all, " and ");
    }

    private static String of(Entry entry) {
        return switch (entry) {
            case Entry.All(List<Entry> operands) -> joined(operands, " and ");
            case Entry.Any(List<Entry> operands) -> joined(operands, " or ");
            case Entry.Not(Entry operand) -> "not (" + of(operand) + ")";
            case Entry.OfField leaf -> of(leaf);
        };
    }

    private static String of(Entry.OfField leaf) {
        if (leaf.operator() == Operator.DOES_NOT_EXIST) {
            return field(leaf) + " == null";
        }
        return leaf.operator().isNegated() ? "not " + positive(leaf) : positive(leaf);
    }

    private static String field(Entry.OfField leaf) {
        return EqlPrinter.print(new Expression.Field(leaf.field(), false, NOWHERE));
    }

    private static String joined(List<Entry> operands, String word) {
        return operands.stream().map(ExceptionText::operand).collect(Collectors.joining(word));
    }

    private static String operand(Entry entry) {
        boolean group = switch (entry) {
            case Entry.All(List<Entry> operands) -> operands.size() > 1;
            case Entry.Any(List<Entry> operands) -> operands.size() > 1;
            case Entry.Not not -> false;
            case Entry.OfField leaf -> false;
        };
        return group ? "(" + of(entry) + ")" : of(entry);
    }

    private static String positive(Entry.OfField leaf) {
        String field = field(leaf);
        return switch (leaf.operator().takes()) {
            case NOTHING -> field + " != null";
            case ONE -> field + " == " + literal(leaf.values().getFirst());
            case SEVERAL -> field + " in (" + literals(leaf) + ")";
            case PATTERNS -> field + " like (" + literals(leaf) + ")";
            case NETWORKS -> "cidrMatch(" + field + ", " + literals(leaf) + ")";
            case LIST -> field + " in list " + literal(leaf.values().getFirst());
        };
    }

    private static String literals(Entry.OfField leaf) {
        int more = leaf.values().size() - SHOWN;
        String shown =
                leaf.values().stream().limit(SHOWN).map(ExceptionText::literal).collect(Collectors.joining(", "));
        return more > 0 ? shown + ", … " + more + " more" : shown;
    }

    private static String literal(Object value) {
        return EqlPrinter.print(new Expression.Literal(value, NOWHERE));
    }
}
