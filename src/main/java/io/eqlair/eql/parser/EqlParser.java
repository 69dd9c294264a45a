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
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /** Words that can only be a slip where a value begins, not a field's name: an operator without its left side. */
    private static final List<String> LEADING_WORDS = List.of("and", "or", "in~", "like~", "regex~");

    private static final List<String> PATTERN_OPERATORS = List.of(":", "like", "like~", "regex", "regex~");

    private final Source source;
    private final EqlLimits limits;
    private final List<Token> tokens;
    private int position;
    private int depth;

    /** How deep the tree goes in what is being read; more than {@link #depth} where arithmetic was chained. */
    private int deepest;

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
        return new EventFilter(category, condition, first.span(), since(first));
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
        refuseMaxspanBeforeKeys();
        List<Expression> keys = keys();
        Maxspan maxspan = at("with") ? maxspan() : null;
        List<Item> items = items();
        Item until = at("until") ? until() : null;
        return new Query.SequenceQuery(keys, maxspan, items, until, since(first));
    }

    /** {@code with maxspan = 5 m by …}: looks past the five tokens that a span takes. */
    private void refuseMaxspanBeforeKeys() {
        int by = Math.min(position + 5, tokens.size() - 1);
        if (at("with") && next().is("maxspan") && tokens.get(by).is("by")) {
            int item = by;
            while (tokens.get(item).kind() != END
                    && !tokens.get(item).is("[")
                    && !tokens.get(item).is("![")) {
                item++;
            }
            Span maxspan = peek().span().to(tokens.get(by - 1).span());
            Span keys = tokens.get(by).span().to(tokens.get(item - 1).span());
            throw refuse(Problem.EQL_MAXSPAN_BEFORE_BY, maxspan, source.excerpt(keys), source.excerpt(maxspan));
        }
    }

    private Query sample() {
        Token first = take();
        List<Expression> keys = keys();
        refuseSampleOption("with");
        List<Item> items = items();
        refuseSampleOption("until");
        return new Query.SampleQuery(keys, items, since(first));
    }

    private void refuseSampleOption(String word) {
        if (at(word)) {
            throw refuse(Problem.EQL_SAMPLE_OPTION, peek().span());
        }
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
        close(open, "]");
        List<Expression> keys = keys();
        int runs = at("with") ? runs() : 1;
        return new Item(filter, open.is("!["), keys, runs, since(open));
    }

    private int runs() {
        take();
        if (!peek().text().equals("runs") || peek().kind() != NAME) {
            throw peek().is("maxspan")
                    ? refuse(Problem.EQL_MAXSPAN_PLACE, peek().span())
                    : expected("`runs`", Problem.EQL_ITEM_OPTION);
        }
        take();
        require("=", Problem.EQL_ITEM_OPTION);
        Token count = amount();
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
        require("=", Problem.EQL_SEQUENCE_OPTION);
        Token amount = amount();
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

    /** What stands where a number is wanted; with its sign, which only a message needs. */
    private Token amount() {
        Token first = take();
        boolean signed = first.is("-") || first.is("+");
        return signed && peek().kind() != END
                ? new Token(SYMBOL, "", first.span().to(take().span()))
                : first;
    }

    private Duration duration(long count, ChronoUnit unit, Token amount) {
        if (count > Duration.ofDays(36_500).dividedBy(unit.getDuration())) {
            throw refuse(Problem.EQL_MAXSPAN_AMOUNT, amount.span(), found(amount));
        }
        return Duration.of(count, unit);
    }

    private Pipe pipe() {
        take();
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
            checkCount(operands, limits.listItems(), Problem.EQL_CHAIN_TOO_LONG);
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
        take();
        Expression right = sum();
        if (relation() != null) {
            throw chained(left, relation, right);
        }
        return new Expression.Comparison(relation, left, right, since(first));
    }

    private EqlException chained(Expression left, Relation relation, Expression right) {
        String leftText = source.excerpt(left.span());
        String rightText = source.excerpt(right.span());
        return refuse(
                Problem.EQL_CHAINED, peek().span(), peek().text(), leftText, relation.symbol(), rightText, behind());
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
            throw refuse(Problem.EQL_SINGLE_EQUALS, peek().span(), source.excerpt(since(first)), behind());
        }
    }

    private Expression sum() {
        return chain(this::product, "+", "-");
    }

    private Expression product() {
        return chain(this::signed, "*", "/", "%");
    }

    /**
     * Arithmetic that reads from the left. Each operator puts all that was read before it one deeper into the tree, so
     * that it counts as nesting.
     */
    private Expression chain(Supplier<Expression> operand, String... symbols) {
        int outside = deepest;
        deepest = depth;
        Token first = peek();
        Expression left = operand.get();
        while (Arrays.stream(symbols).anyMatch(this::at)) {
            checkDepth(++deepest);
            Token operator = take();
            Expression right = operand.get();
            left = new Expression.Arithmetic(arithmetic(operator.text()), left, right, since(first));
        }
        deepest = Math.max(outside, deepest);
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
        Token not = take();
        Token operator = peek();
        if (at("in") || at("in~")) {
            return membership(first, operand, true);
        }
        if (!PATTERN_OPERATORS.contains(operator.text()) && relation() == null) {
            throw expected("`in`");
        }
        Span span = not.span().to(operator.span());
        throw refuse(Problem.EQL_NOT_PLACE, span, operator.text(), source.excerpt(operand.span()), behind());
    }

    private Expression membership(Token first, Expression operand, boolean negated) {
        boolean ignoreCase = take().is("in~");
        Token open = peek();
        if (!at("(")) {
            throw expected("a list of values", Problem.EQL_LIST_MISSING);
        }
        take();
        if (at(")")) {
            Span empty = open.span().to(peek().span());
            throw refuse(Problem.EQL_LIST_MISSING, empty, "a list of values", "an empty one");
        }
        List<Expression> members = expressions();
        close(open, ")");
        return new Expression.Membership(operand, negated, ignoreCase, members, since(first));
    }

    private Expression match(Token first, Expression operand, PatternKind kind, boolean ignoreCase) {
        take();
        List<Expression.Literal> patterns = at("(") ? patterns() : List.of(pattern());
        return new Expression.PatternMatch(kind, ignoreCase, operand, patterns, since(first));
    }

    private List<Expression.Literal> patterns() {
        Token open = peek();
        List<Expression.Literal> patterns = new ArrayList<>();
        do {
            take();
            patterns.add(pattern());
            checkCount(patterns, limits.listItems(), Problem.EQL_LIST_TOO_LONG);
        } while (at(","));
        close(open, ")");
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
            refuseShouted(token);
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
        Token open = take();
        Expression inner = expression();
        close(open, ")");
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
        Token open = peek();
        require("(", Problem.EQL_UNEXPECTED);
        List<Expression> arguments = at(")") ? List.of() : expressions();
        close(open, ")");
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
            Token behind = tokens.get(Math.min(position + 2, tokens.size() - 1));
            throw refuse(
                    Problem.EQL_ARRAY_INDEX,
                    peek().span().to(behind.is("]") ? behind.span() : next().span()),
                    source.excerpt(field));
        }
        if (at("of")) {
            throw refuse(Problem.EQL_LINEAGE, field.to(peek().span()), source.excerpt(field));
        }
    }

    private void enter() {
        checkDepth(++depth);
        deepest = Math.max(deepest, depth);
    }

    private void checkDepth(int reached) {
        if (reached > limits.depth()) {
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

    private void require(String symbol, Problem otherwise) {
        if (!at(symbol)) {
            throw expected("`" + symbol + "`", otherwise);
        }
        take();
    }

    /** Takes the symbol that closes what the given token opened. */
    private void close(Token open, String symbol) {
        if (!at(symbol)) {
            String opened = source.excerpt(since(open));
            throw refuse(Problem.EQL_STILL_OPEN, peek().span(), symbol, found(peek()), opened);
        }
        take();
    }

    private EqlException expected(String wanted) {
        return expected(wanted, Problem.EQL_UNEXPECTED);
    }

    private EqlException expected(String wanted, Problem problem) {
        refuseShouted(peek());
        if (position > 0 && (position == 1 || !tokens.get(position - 2).is("."))) {
            refuseShouted(tokens.get(position - 1));
        }
        return refuse(problem, peek().span(), wanted, found(peek()));
    }

    /** Refuses a word of the language in capitals, which is a name, but most often a slip. */
    private void refuseShouted(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        if (token.kind() == NAME && !lower.equals(token.text()) && Lexer.WORDS.contains(lower)) {
            throw refuse(Problem.EQL_WORD_CASE, token.span(), token.text(), lower);
        }
    }

    private String found(Token token) {
        return token.kind() == END ? "the end of the query" : "`" + source.excerpt(token.span()) + "`";
    }

    /** The constant or the list behind the current token, for a message that says what to write. */
    private String behind() {
        Token next = next();
        boolean constant = next.kind() == STRING || next.kind() == INTEGER || next.kind() == DECIMAL;
        int end = position + 1;
        while (next.is("(") && tokens.get(end).kind() != END && !tokens.get(end).is(")")) {
            end++;
        }
        boolean list = tokens.get(end).is(")");
        return constant || list ? source.excerpt(next.span().to(tokens.get(end).span())) : "…";
    }

    /** From a token to the one that was taken last. */
    private Span since(Token first) {
        return first.span().to(tokens.get(position - 1).span());
    }

    private EqlException refuse(Problem problem, Span span, Object... arguments) {
        return new EqlException(source, Diagnostic.of(problem, span, arguments));
    }
}
