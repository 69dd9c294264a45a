package io.eqlair.eql.parser;

import io.eqlair.eql.ast.ArithmeticOperator;
import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Maxspan;
import io.eqlair.eql.ast.PatternKind;
import io.eqlair.eql.ast.Pipe;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.ast.Relation;
import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes statements that could have been read from a text, whether they mean anything or not. */
final class RandomStatements {

    private static final Span NOWHERE = new Span(0, 0);
    private static final String LETTERS = "aZ_9@ -.`\"'\\*?/\n\r\t\u0001\u00e9\u0130\ud83d\ude00\ud800";
    private static final List<String> NAMES = List.of("a", "_b1", "@timestamp", "process", "C3", "AND", "runs", "head");

    private final Random random;

    RandomStatements(Random random) {
        this.random = random;
    }

    Statement statement() {
        return new Statement(query(), some(0, 2, () -> new Pipe(name(), some(0, 2, () -> expression(2)), NOWHERE)));
    }

    private Query query() {
        return switch (random.nextInt(4)) {
            case 0 -> new Query.SequenceQuery(keys(), maxspan(), some(1, 4, () -> item(true)), until(), NOWHERE);
            case 1 -> new Query.SampleQuery(keys(), some(1, 4, () -> item(true)), NOWHERE);
            default -> new Query.EventQuery(filter());
        };
    }

    private EventFilter filter() {
        String category = random.nextInt(4) == 0 ? null : random.nextBoolean() ? name() : text();
        return new EventFilter(category, expression(3), NOWHERE, NOWHERE);
    }

    private @Nullable Maxspan maxspan() {
        List<Long> units = List.of(1L, 1_000L, 60_000L, 3_600_000L, 86_400_000L);
        long millis = (1 + random.nextInt(100)) * pick(units);
        return random.nextBoolean() ? null : new Maxspan(Duration.ofMillis(millis), NOWHERE);
    }

    private @Nullable Item until() {
        return random.nextInt(3) == 0 ? item(false) : null;
    }

    private Item item(boolean free) {
        boolean missing = free && random.nextInt(5) == 0;
        int runs = free && random.nextInt(4) == 0 ? 1 + random.nextInt(100) : 1;
        return new Item(filter(), missing, keys(), runs, NOWHERE);
    }

    private List<Expression> keys() {
        return some(0, 2, () -> random.nextInt(5) == 0 ? expression(2) : field());
    }

    private Expression expression(int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(15)) {
            case 0, 1 -> literal();
            case 2, 3 -> field();
            case 4, 5 -> new Expression.And(some(2, 4, () -> expression(depth - 1)), NOWHERE);
            case 6, 7 -> new Expression.Or(some(2, 4, () -> expression(depth - 1)), NOWHERE);
            case 8 -> new Expression.Not(expression(depth - 1), NOWHERE);
            case 9 -> comparison(depth - 1);
            case 10 -> arithmetic(depth - 1);
            case 11 -> new Expression.Negative(expression(depth - 1), NOWHERE);
            case 12 -> membership(depth - 1);
            case 13 -> match(depth - 1);
            default -> call(depth - 1);
        };
    }

    private Expression comparison(int depth) {
        Relation relation = pick(List.of(Relation.values()));
        return new Expression.Comparison(relation, expression(depth), expression(depth), NOWHERE);
    }

    private Expression arithmetic(int depth) {
        ArithmeticOperator operator = pick(List.of(ArithmeticOperator.values()));
        return new Expression.Arithmetic(operator, expression(depth), expression(depth), NOWHERE);
    }

    private Expression membership(int depth) {
        List<Expression> members = some(1, 3, () -> expression(depth));
        return new Expression.Membership(
                expression(depth), random.nextBoolean(), random.nextBoolean(), members, NOWHERE);
    }

    private Expression match(int depth) {
        PatternKind kind = pick(List.of(PatternKind.values()));
        List<Expression.Literal> patterns = some(1, 3, this::literal);
        return new Expression.PatternMatch(kind, random.nextBoolean(), expression(depth), patterns, NOWHERE);
    }

    private Expression call(int depth) {
        String name = pick(List.of("a", "concat", "startsWith", "X9"));
        return new Expression.Call(name, random.nextBoolean(), some(0, 3, () -> expression(depth)), NOWHERE, NOWHERE);
    }

    private Expression.Literal literal() {
        return new Expression.Literal(
                switch (random.nextInt(6)) {
                    case 0 -> null;
                    case 1 -> random.nextBoolean();
                    case 2 -> random.nextLong() >>> (1 + random.nextInt(63));
                    case 3 -> Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(600) - 300);
                    default -> text();
                },
                NOWHERE);
    }

    private Expression field() {
        String path = String.join(".", some(1, 3, () -> random.nextInt(3) == 0 ? "x" + text() : name()));
        return new Expression.Field(path, random.nextInt(4) == 0, NOWHERE);
    }

    private String name() {
        return pick(NAMES);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(8), 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(int least, int most, Supplier<T> maker) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(i -> maker.get()).toList();
    }
}
