package io.eqlair.explain;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Filter;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.parser.EqlPrinter;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.Source;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the conditions of a text part by part, for events of one field table. */
final class QuestionCompiler {

    private final Source source;
    private final EventRoles roles;
    private final FieldTable table;
    private final MatcherCompiler matchers;

    /**
     * A compiler for one rule.
     *
     * @param roles the rule's
     * @param table with every field that the text names
     */
    QuestionCompiler(Source source, EventRoles roles, FieldTable table) {
        this.source = source;
        this.roles = roles;
        this.table = table;
        this.matchers = new MatcherCompiler(table);
    }

    /** Category and condition, which is all that the engine asks of an event query or an item. */
    Question question(EventFilter filter) {
        Question condition = question(filter.condition());
        if (filter.category() == null) {
            return condition;
        }
        Condition whole = analyzed(filter.condition());
        return new Question.Connective(
                Node.Kind.AND,
                Place.of(filter.span(), source),
                matchers.compile(new Filter(filter.category(), whole), roles.category()),
                false,
                List.of(category(filter, filter.category()), condition));
    }

    private Question category(EventFilter filter, String category) {
        EventMatcher matcher = matchers.compile(new Filter(category, new Condition.Known(true)), roles.category());
        return new Question.Category(Place.of(filter.categorySpan(), source), matcher, field(roles.category()));
    }

    private Question question(Expression expression) {
        return switch (expression) {
            case Expression.And and -> connective(Node.Kind.AND, and, and.operands());
            case Expression.Or or -> connective(Node.Kind.OR, or, or.operands());
            case Expression.Not not -> connective(Node.Kind.NOT, not, List.of(not.operand()));
            case Expression.Literal literal -> leaf(literal);
            case Expression.Field field -> leaf(field);
            case Expression.Call call -> leaf(call);
            case Expression.Comparison comparison -> leaf(comparison);
            case Expression.Arithmetic arithmetic -> leaf(arithmetic);
            case Expression.Negative negative -> leaf(negative);
            case Expression.Membership membership -> leaf(membership);
            case Expression.PatternMatch match -> leaf(match);
        };
    }

    private Question connective(Node.Kind kind, Expression expression, List<Expression> operands) {
        Condition condition = analyzed(expression);
        return new Question.Connective(
                kind,
                Place.of(expression.span(), source),
                matcher(condition),
                condition instanceof Condition.Known,
                operands.stream().map(this::question).toList());
    }

    private Question leaf(Expression expression) {
        Condition condition = analyzed(expression);
        Place place = Place.of(expression.span(), source);
        List<FieldSlot> fields = fields(expression);
        if (condition instanceof Condition.Known known) {
            return new Question.Constant(place, Boolean.TRUE.equals(known.value()), fields);
        }
        boolean lists = listsPatterns(expression, condition);
        return new Question.Leaf(place, matcher(condition), condition, fields, lists, folded(expression));
    }

    private static boolean listsPatterns(Expression expression, Condition condition) {
        return expression instanceof Expression.PatternMatch
                || expression instanceof Expression.Membership
                || Reasons.predicates(condition).anyMatch(QuestionCompiler::isPattern);
    }

    private static boolean isPattern(Predicate predicate) {
        return predicate instanceof Predicate.Like
                || predicate instanceof Predicate.Regex
                || predicate instanceof Predicate.InNetwork;
    }

    /** Null where the question is the same, or makes no sense: numbers have no case. */
    private @Nullable FoldedLeaf folded(Expression expression) {
        Expression folded = CaseFolding.of(expression);
        if (folded.equals(expression)) {
            return null;
        }
        try {
            Filter filter = new Filter(null, analyzed(folded));
            return new FoldedLeaf(matchers.deferred(filter, roles.category()), EqlPrinter.print(folded));
        } catch (EqlException senseless) {
            return null;
        }
    }

    private Condition analyzed(Expression expression) {
        return Analyzer.condition(expression, source, roles.timestamp());
    }

    private EventMatcher matcher(Condition condition) {
        return matchers.compile(new Filter(null, condition), roles.category());
    }

    private List<FieldSlot> fields(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        FieldNames.collect(expression, names);
        return names.stream().map(this::field).toList();
    }

    FieldSlot field(String name) {
        return new FieldSlot(name, table.slot(name));
    }
}
