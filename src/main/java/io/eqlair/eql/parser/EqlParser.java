package io.eqlair.eql.parser;

import static io.eqlair.eql.parser.TokenKind.DECIMAL;
import static io.eqlair.eql.parser.TokenKind.END;
import static io.eqlair.eql.parser.TokenKind.INTEGER;
import static io.eqlair.eql.parser.TokenKind.NAME;
import static io.eqlair.eql.parser.TokenKind.QUOTED_NAME;
import static io.eqlair.eql.parser.TokenKind.STRING;
import static io.eqlair.eql.parser.TokenKind.SYMBOL;
import static io.eqlair.eql.parser.TokenKind.TILDE_NAME;
import static io.eqlair.eql.parser.TokenKind.WORD;

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
import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads EQL text. One method for each rule of the grammar in the package's description. */
public final class EqlParser {

    private static final int LARGEST_RUNS = 100;
    private static final int LONGEST_EXCERPT = 40;
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /** Words that can only be a slip where a value begins, not a field's name: an operator without its left side. */
    private static final List<String> LEADING_WORDS = List.of("and", "or", "in~", "like~", "regex~");

    private final Source source;
    private final EqlLimits limits;
    private final List<Token> tokens;
    private int position;
    private int depth;

    private EqlParser(Source source, EqlLimits limits) {
        this.source = source;
        this.limits = limits;
        this.tokens = new Lexer(source).tokens();
    }

    /** Reads a whole text within the default limits; {@link EqlException} says what is wrong with it. */
    public static Statement parse(Source source) {
        return parse(source, EqlLimits.DEFAULT);
    }

    /** Reads a whole text; {@link EqlException} says what is wrong with it. */
    public static Statement parse(Source source, EqlLimits limits) {
        int length = source.text().length();
        if (length > limits.length()) {
            Span end = new Span(limits.length(), limits.length());
            throw new EqlException(source, Diagnostic.of(Problem.EQL_TOO_LONG, end, length, limits.length()));
        }
        return new EqlParser(source, limits).statement();
    }

    private Statement statement() {
        Query query = query();
        List<Pipe> pipes = new ArrayList<>();
        while (at("|")) {
            pipes.add(pipe());
        }
        if (peek().kind() != END) {
            throw expected(
                    pipes.isEmpty() && query instanceof Query.EventQuery
                            ? "`and`, `or`, `|` or the end of the query"
                            : "`|` or the end of the query");
        }
        return new Statement(query, pipes);
    }

    private Query query() {
        if (at("sequence")) {
            return sequence();
        }
        if (at("sample")) {
            return sample();
        }
        if (at("join")) {
            throw refuse(Problem.EQL_JOIN, peek().span());
        }
        return new Query.EventQuery(filter());
    }

    private EventFilter filter() {
        Token first = peek();
        String category = category();
        if (!at("where")) {
            throw expected("`where`", Problem.EQL_WHERE_MISSING);
        }
        take();
        Expression condition = expression();
        return new EventFilter(category, condition, since(first));
    }

    private @Nullable String category() {
        if (at("any")) {
            take();
            return null;
        }
        if (peek().kind() == NAME || peek().kind() == STRING) {
            return take().text();
        }
        throw expected("an event category such as `process`, or `any`", Problem.EQL_CATEGORY_MISSING);
    }

    private Query sequence() {
        Token first = take();
        if (at("with") && next().is("maxspan") && keysFollowMaxspan()) {
            throw refuse(Problem.EQL_MAXSPAN_BEFORE_BY, peek().span().to(next().span()));
        }
        List<Expression> keys = keys();
        Maxspan maxspan = at("with") ? maxspan() : null;
        List<Item> items = items();
        Item until = at("until") ? until() : null;
        return new Query.SequenceQuery(keys, maxspan, items, until, since(first));
    }

    /** {@code with maxspan = 5 m by}: looks past the five tokens that a span takes. */
    private boolean keysFollowMaxspan() {
        int behind = Math.min(position + 5, tokens.size() - 1);
        return tokens.get(behind).is("by");
    }

    private Query sample() {
        Token first = take();
        List<Expression> keys = keys();
        List<Item> items = items();
        return new Query.SampleQuery(keys, items, since(first));
    }

    private Item until() {
        take();
        Item until = item();
        if (until.missing() || until.runs() > 1) {
            throw refuse(Problem.EQL_UNTIL_PLAIN, until.span());
        }
        return until;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        do {
            items.add(item());
            checkCount(items, limits.items(), Problem.EQL_TOO_MANY_ITEMS);
        } while (at("[") || at("!["));
        return items;
    }

    private Item item() {
        if (!at("[") && !at("![")) {
            throw expected("an item such as `[process where true]`");
        }
        Token open = take();
        EventFilter filter = filter();
        require("]", "`and`, `or` or `]`");
        Span brackets = since(open);
        List<Expression> keys = keys();
        int runs = at("with") ? runs() : 1;
        return new Item(filter, open.is("!["), keys, runs, brackets);
    }

    private int runs() {
        take();
        Token option = take();
        if (!option.text().equals("runs") || option.kind() != NAME) {
            throw option.is("maxspan")
                    ? refuse(Problem.EQL_MAXSPAN_PLACE, option.span())
                    : refuse(Problem.EQL_ITEM_OPTION, option.span(), source.slice(option.span()));
        }
        require("=", "`=`");
        Token count = take();
        Number runs = count.kind() == INTEGER ? integer(count) : -1L;
        if (!(runs instanceof Long n) || n < 1 || n > LARGEST_RUNS) {
            throw refuse(Problem.EQL_RUNS_RANGE, count.span(), found(count), LARGEST_RUNS);
        }
        return n.intValue();
    }

    private List<Expression> keys() {
        if (!at("by")) {
            return List.of();
        }
        take();
        return expressions();
    }

    private Maxspan maxspan() {
        Token first = take();
        if (!at("maxspan")) {
            throw expected("`maxspan`", Problem.EQL_SEQUENCE_OPTION);
        }
        take();
        require("=", "`=`");
        Token amount = take();
        if (amount.kind() != INTEGER || !(integer(amount) instanceof Long count) || count < 1) {
            throw refuse(Problem.EQL_MAXSPAN_AMOUNT, amount.span(), found(amount));
        }
        Token unit = take();
        ChronoUnit chrono = unit.kind() == NAME ? UNITS.get(unit.text()) : null;
        if (chrono == null) {
            throw refuse(Problem.EQL_MAXSPAN_UNIT, unit.span(), found(unit), amount.text());
        }
        return new Maxspan(duration(count, chrono, amount), since(first));
    }

    private Duration duration(long count, ChronoUnit unit, Token amount) {
        if (count > Duration.ofDays(36_500).dividedBy(unit.getDuration())) {
            throw refuse(Problem.EQL_MAXSPAN_AMOUNT, amount.span(), found(amount));
        }
        return Duration.of(count, unit);
    }

    private Pipe pipe() {
        Token bar = take();
        if (at("|")) {
            throw refuse(Problem.EQL_DOUBLE_BAR, bar.span().to(peek().span()));
        }
        if (peek().kind() != NAME) {
            throw expected("a pipe, `head` or `tail`");
        }
        Token name = take();
        boolean bare = at("|") || peek().kind() == END;
        List<Expression> arguments = bare ? List.of() : expressions();
        return new Pipe(name.text(), arguments, since(name));
    }

    private List<Expression> expressions() {
        List<Expression> list = new ArrayList<>();
        list.add(expression());
        while (at(",")) {
            take();
            list.add(expression());
            checkCount(list, limits.listItems(), Problem.EQL_LIST_TOO_LONG);
        }
        return list;
    }

    private Expression expression() {
        enter();
        Expression expression = operands("or", this::conjunction, Expression.Or::new);
        depth--;
        return expression;
    }

    private Expression conjunction() {
        return operands("and", this::negation, Expression.And::new);
    }

    /** One operand, or a flat list of them: nesting a thousand `or` would overflow the stack of whoever walks them. */
    private Expression operands(
            String word, Supplier<Expression> operand, BiFunction<List<Expression>, Span, Expression> node) {
        Token first = peek();
        Expression only = operand.get();
        if (!at(word)) {
            return only;
        }
        List<Expression> operands = new ArrayList<>(List.of(only));
        while (at(word)) {
            take();
            operands.add(operand.get());
            checkCount(operands, limits.listItems(), Problem.EQL_LIST_TOO_LONG);
        }
        return node.apply(operands, since(first));
    }

    private Expression negation() {
        if (!at("not")) {
            return comparison();
        }
        enter();
        Token not = take();
        Expression operand = negation();
        depth--;
        return new Expression.Not(operand, since(not));
    }

    private Expression comparison() {
        Token first = peek();
        Expression left = sum();
        Relation relation = relation();
        if (relation == null) {
            refuseAssignment(first);
            return left;
        }
        String leftText = source.slice(since(first));
        take();
        Token rightFirst = peek();
        Expression right = sum();
        if (relation() != null) {
            throw refuse(
                    Problem.EQL_CHAINED,
                    peek().span(),
                    peek().text(),
                    leftText,
                    relation.symbol(),
                    source.slice(since(rightFirst)));
        }
        return new Expression.Comparison(relation, left, right, since(first));
    }

    private @Nullable Relation relation() {
        if (peek().kind() != SYMBOL) {
            return null;
        }
        return Arrays.stream(Relation.values())
                .filter(relation -> relation.symbol().equals(peek().text()))
                .findFirst()
                .orElse(null);
    }

    private void refuseAssignment(Token first) {
        if (at("=")) {
            String left = source.slice(since(first));
            String right = next().kind() == END ? "…" : source.slice(next().span());
            throw refuse(Problem.EQL_SINGLE_EQUALS, peek().span(), left, right);
        }
    }

    private Expression sum() {
        return chain(this::product, "+", "-");
    }

    private Expression product() {
        return chain(this::signed, "*", "/", "%");
    }

    /** Arithmetic that reads from the left; each operator makes the tree one deeper, so each counts as nesting. */
    private Expression chain(Supplier<Expression> operand, String... symbols) {
        int before = depth;
        Token first = peek();
        Expression left = operand.get();
        while (Arrays.stream(symbols).anyMatch(this::at)) {
            enter();
            Token operator = take();
            Expression right = operand.get();
            left = new Expression.Arithmetic(arithmetic(operator.text()), left, right, since(first));
        }
        depth = before;
        return left;
    }

    private static ArithmeticOperator arithmetic(String symbol) {
        return Arrays.stream(ArithmeticOperator.values())
                .filter(operator -> operator.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private Expression signed() {
        if (!at("-") && !at("+")) {
            return predicate();
        }
        enter();
        Token sign = take();
        Expression operand = signed();
        depth--;
        return sign.is("+") ? operand : new Expression.Negative(operand, since(sign));
    }

    private Expression predicate() {
        Token first = peek();
        Expression operand = primary();
        Token token = peek();
        if (token.is("not")) {
            return negatedMembership(first, operand);
        }
        if (token.is("in") || token.is("in~")) {
            return membership(first, operand, false);
        }
        if (token.is(":")) {
            return match(first, operand, PatternKind.WILDCARD, true);
        }
        if (token.is("like") || token.is("like~")) {
            return match(first, operand, PatternKind.WILDCARD, token.is("like~"));
        }
        if (token.is("regex") || token.is("regex~")) {
            return match(first, operand, PatternKind.REGEX, token.is("regex~"));
        }
        return operand;
    }

    private Expression negatedMembership(Token first, Expression operand) {
        String operandText = source.slice(since(first));
        Token not = take();
        if (at("in") || at("in~")) {
            return membership(first, operand, true);
        }
        Span span = not.span().to(peek().span());
        throw refuse(Problem.EQL_NOT_PLACE, span, found(peek()), operandText, source.slice(peek().span()));
    }

    private Expression membership(Token first, Expression operand, boolean negated) {
        boolean ignoreCase = take().is("in~");
        require("(", "`(` and a list of values");
        List<Expression> members = expressions();
        require(")", "`,` or `)`");
        return new Expression.Membership(operand, negated, ignoreCase, members, since(first));
    }

    private Expression match(Token first, Expression operand, PatternKind kind, boolean ignoreCase) {
        take();
        List<Expression.Literal> patterns = at("(") ? patterns() : List.of(pattern());
        return new Expression.PatternMatch(kind, ignoreCase, operand, patterns, since(first));
    }

    private List<Expression.Literal> patterns() {
        List<Expression.Literal> patterns = new ArrayList<>();
        do {
            take();
            patterns.add(pattern());
            checkCount(patterns, limits.listItems(), Problem.EQL_LIST_TOO_LONG);
        } while (at(","));
        require(")", "`,` or `)`");
        return patterns;
    }

    private Expression.Literal pattern() {
        if (isConstant()) {
            return constant();
        }
        throw expected("a string", Problem.EQL_PATTERN_CONSTANT);
    }

    private Expression primary() {
        Token token = peek();
        if (token.is("(")) {
            return parenthesised();
        }
        if (isConstant()) {
            return constant();
        }
        if (token.kind() == TILDE_NAME || (token.kind() == NAME && next().is("("))) {
            return call();
        }
        if (token.kind() == NAME || token.kind() == QUOTED_NAME || token.is("?")) {
            return field();
        }
        throw token.kind() == WORD && !LEADING_WORDS.contains(token.text())
                ? refuse(Problem.EQL_WORD_AS_NAME, token.span(), token.text())
                : expected("a field, a constant or a function");
    }

    private Expression parenthesised() {
        take();
        Expression inner = expression();
        require(")", "`and`, `or` or `)`");
        return inner;
    }

    private boolean isConstant() {
        Token token = peek();
        return switch (token.kind()) {
            case INTEGER, DECIMAL, STRING -> true;
            case WORD -> token.is("null") || token.is("true") || token.is("false");
            case NAME, QUOTED_NAME, TILDE_NAME, SYMBOL, END -> false;
        };
    }

    private Expression.Literal constant() {
        Token token = take();
        return new Expression.Literal(value(token), token.span());
    }

    private @Nullable Object value(Token token) {
        return switch (token.kind()) {
            case STRING -> token.text();
            case INTEGER -> integer(token);
            case DECIMAL -> decimal(token);
            default -> token.is("null") ? null : Boolean.valueOf(token.is("true"));
        };
    }

    /** A Long, or a Double where 64 bits are too few. */
    private Number integer(Token token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException tooLarge) {
            return decimal(token);
        }
    }

    private Double decimal(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw refuse(Problem.EQL_NUMBER_RANGE, token.span());
        }
        return value;
    }

    private Expression call() {
        Token name = take();
        require("(", "`(`");
        List<Expression> arguments = at(")") ? List.of() : expressions();
        require(")", "`,` or `)`");
        return new Expression.Call(name.text(), name.kind() == TILDE_NAME, arguments, name.span(), since(name));
    }

    private Expression field() {
        Token first = peek();
        boolean optional = at("?");
        if (optional) {
            take();
        }
        StringBuilder path = new StringBuilder(part());
        while (at(".")) {
            take();
            path.append('.').append(part());
        }
        refuseUnsupported(since(first));
        return new Expression.Field(path.toString(), optional, since(first));
    }

    private String part() {
        Token token = peek();
        if (token.kind() == NAME || token.kind() == QUOTED_NAME) {
            return take().text();
        }
        throw token.kind() == WORD
                ? refuse(Problem.EQL_WORD_AS_NAME, token.span(), token.text())
                : expected("the name of a field");
    }

    private void refuseUnsupported(Span field) {
        if (at("[") && next().kind() == INTEGER) {
            throw refuse(Problem.EQL_ARRAY_INDEX, field.to(next().span()), source.slice(field));
        }
        if (at("of")) {
            throw refuse(Problem.EQL_LINEAGE, field.to(peek().span()), source.slice(field));
        }
    }

    private void enter() {
        if (++depth > limits.depth()) {
            throw refuse(Problem.EQL_TOO_DEEP, peek().span(), limits.depth());
        }
    }

    private void checkCount(List<?> list, int limit, Problem problem) {
        if (list.size() > limit) {
            throw refuse(problem, tokens.get(position - 1).span(), limit);
        }
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    /** The current token; the end is never passed. */
    private Token take() {
        Token token = peek();
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    private boolean at(String wordOrSymbol) {
        return peek().is(wordOrSymbol);
    }

    private Token require(String symbol, String wanted) {
        if (!at(symbol)) {
            throw expected(wanted);
        }
        return take();
    }

    private EqlException expected(String wanted) {
        return expected(wanted, Problem.EQL_UNEXPECTED);
    }

    private EqlException expected(String wanted, Problem problem) {
        Token token = peek();
        String lower = token.text().toLowerCase(Locale.ROOT);
        if (token.kind() == NAME && !lower.equals(token.text()) && Lexer.WORDS.contains(lower)) {
            return refuse(Problem.EQL_WORD_CASE, token.span(), token.text(), lower);
        }
        return refuse(problem, token.span(), wanted, found(token));
    }

    private String found(Token token) {
        if (token.kind() == END) {
            return "the end of the query";
        }
        String slice = source.slice(token.span());
        return "`" + (slice.length() > LONGEST_EXCERPT ? slice.substring(0, LONGEST_EXCERPT) + "…" : slice) + "`";
    }

    /** From a token to the one that was taken last. */
    private Span since(Token first) {
        return first.span().to(tokens.get(position - 1).span());
    }

    private EqlException refuse(Problem problem, Span span, Object... arguments) {
        return new EqlException(source, Diagnostic.of(problem, span, arguments));
    }
}
