package io.eqlair.eql.parser;

import io.eqlair.eql.ast.ArithmeticOperator;
import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Maxspan;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.eql.ast.Pipe;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.ast.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes queries as EQL, in one way whatever way they were written in. Reading what was written gives the same statement
 * again, but for its spans.
 */
public final class EqlPrinter {

    /*
     * How tightly an expression holds together, as the rules of the grammar nest: an operand that is looser than its
     * operator wants stands in parentheses.
     */
    private static final int DISJUNCTION = 0;
    private static final int CONJUNCTION = 1;
    private static final int NEGATION = 2;
    private static final int COMPARISON = 3;
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int SIGNED = 6;
    private static final int PREDICATE = 7;
    private static final int PRIMARY = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_@][A-Za-z0-9_]*");

    private EqlPrinter() {}

    /** A whole text, on one line. */
    public static String print(Statement statement) {
        String pipes = statement.pipes().stream().map(EqlPrinter::pipe).collect(Collectors.joining());
        return query(statement.query()) + pipes;
    }

    /** A condition or a value. */
    public static String print(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.Field field -> (field.optional() ? "?" : "") + path(field.name());
            case Expression.Call call -> call.name() + (call.ignoreCase() ? "~(" : "(") + list(call.arguments()) + ")";
            case Expression.Not not -> "not " + operand(not.operand(), NEGATION);
            case Expression.And and -> joined(and.operands(), " and ", NEGATION);
            case Expression.Or or -> joined(or.operands(), " or ", CONJUNCTION);
            case Expression.Comparison comparison ->
                operand(comparison.left(), SUM)
                        + " " + comparison.relation().symbol() + " "
                        + operand(comparison.right(), SUM);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Negative negative -> "-" + operand(negative.operand(), SIGNED);
            case Expression.Membership membership -> membership(membership);
            case Expression.PatternMatch match -> match(match);
        };
    }

    private static String query(Query query) {
        return switch (query) {
            case Query.EventQuery event -> filter(event.filter());
            case Query.SequenceQuery sequence ->
                "sequence" + keys(sequence.keys()) + maxspan(sequence) + items(sequence.items()) + until(sequence);
            case Query.SampleQuery sample -> "sample" + keys(sample.keys()) + items(sample.items());
        };
    }

    private static String filter(EventFilter filter) {
        String category = filter.category() == null ? "any" : category(filter.category());
        return category + " where " + print(filter.condition());
    }

    private static String category(String category) {
        return isName(category) ? category : StringLiteral.of(category);
    }

    private static String maxspan(Query.SequenceQuery sequence) {
        Maxspan maxspan = sequence.maxspan();
        return maxspan == null ? "" : " with maxspan=" + span(maxspan.duration().toMillis());
    }

    private static String span(long millis) {
        if (millis % 86_400_000 == 0) {
            return millis / 86_400_000 + "d";
        }
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    private static String items(List<Item> items) {
        return items.stream().map(EqlPrinter::item).collect(Collectors.joining());
    }

    private static String until(Query.SequenceQuery sequence) {
        Item until = sequence.until();
        return until == null ? "" : " until" + item(until);
    }

    private static String item(Item item) {
        String runs = item.runs() == 1 ? "" : " with runs=" + item.runs();
        return (item.missing() ? " ![" : " [") + filter(item.filter()) + "]" + keys(item.keys()) + runs;
    }

    private static String keys(List<Expression> keys) {
        return keys.isEmpty() ? "" : " by " + list(keys);
    }

    private static String pipe(Pipe pipe) {
        return " | " + pipe.name() + (pipe.arguments().isEmpty() ? "" : " " + list(pipe.arguments()));
    }

    private static String arithmetic(Expression.Arithmetic arithmetic) {
        int own = tightness(arithmetic);
        String symbol = " " + arithmetic.operator().symbol() + " ";
        return operand(arithmetic.left(), own) + symbol + operand(arithmetic.right(), own + 1);
    }

    private static String membership(Expression.Membership membership) {
        String operator = (membership.negated() ? " not in" : " in") + (membership.ignoreCase() ? "~ (" : " (");
        return operand(membership.operand(), PRIMARY) + operator + list(membership.members()) + ")";
    }

    private static String match(Expression.PatternMatch match) {
        String list = list(match.patterns());
        return operand(match.operand(), PRIMARY)
                + " " + operator(match) + " "
                + (match.patterns().size() == 1 ? list : "(" + list + ")");
    }

    /** {@code :} and {@code like~} are the same. */
    private static String operator(Expression.PatternMatch match) {
        if (match.kind() == PatternKind.WILDCARD) {
            return match.ignoreCase() ? ":" : "like";
        }
        return match.ignoreCase() ? "regex~" : "regex";
    }

    private static String joined(List<Expression> operands, String word, int wanted) {
        return operands.stream().map(operand -> operand(operand, wanted)).collect(Collectors.joining(word));
    }

    private static String list(List<? extends Expression> expressions) {
        return expressions.stream().map(EqlPrinter::print).collect(Collectors.joining(", "));
    }

    private static String operand(Expression expression, int wanted) {
        return tightness(expression) < wanted ? "(" + print(expression) + ")" : print(expression);
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> DISJUNCTION;
            case Expression.And and -> CONJUNCTION;
            case Expression.Not not -> NEGATION;
            case Expression.Comparison comparison -> COMPARISON;
            case Expression.Arithmetic(ArithmeticOperator operator, var left, var right, var span) ->
                operator == ArithmeticOperator.ADD || operator == ArithmeticOperator.SUBTRACT ? SUM : PRODUCT;
            case Expression.Negative negative -> SIGNED;
            case Expression.Membership membership -> PREDICATE;
            case Expression.PatternMatch match -> PREDICATE;
            case Expression.Literal literal -> PRIMARY;
            case Expression.Field field -> PRIMARY;
            case Expression.Call call -> PRIMARY;
        };
    }

    private static String literal(Expression.Literal literal) {
        return literal.value() instanceof String text ? StringLiteral.of(text) : String.valueOf(literal.value());
    }

    /** Each part in backticks that needs them; all in one pair where dots stand so that parts would be empty. */
    private static String path(String name) {
        List<String> parts = List.of(name.split("\\.", -1));
        return parts.contains("")
                ? quoted(name)
                : parts.stream().map(EqlPrinter::part).collect(Collectors.joining("."));
    }

    private static String part(String part) {
        return isName(part) ? part : quoted(part);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !Lexer.WORDS.contains(text);
    }
}
