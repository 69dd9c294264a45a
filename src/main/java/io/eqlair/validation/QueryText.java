package io.eqlair.validation;

import io.eqlair.catalog.RuleDefinitions;
import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule's query as it was written, known to be right.
 *
 * @param file the rule, and the places in its file
 * @param statement what the source says
 */
record QueryText(RuleFile.Loaded file, Source source, Statement statement) {

    static QueryText of(RuleFile.Loaded file, EqlLimits limits) {
        Source source = new Source(file.rule().query().text());
        return new QueryText(file, source, EqlParser.parse(source, limits));
    }

    /** A warning about a stretch of the query, placed in the file. */
    RuleProblem warning(Problem problem, Span span, Object... arguments) {
        return RuleProblem.warning(problem, file.origin(), file.queryPlace().at(span.start()), arguments);
    }

    /** A note about a stretch of the query, placed in the file. */
    RuleProblem note(Problem problem, Span span, Object... arguments) {
        return RuleProblem.note(problem, file.origin(), file.queryPlace().at(span.start()), arguments);
    }

    /** The text of an expression, shortened where it is long; to be quoted. */
    String excerpt(Expression expression) {
        return source.excerpt(expression.span());
    }

    /** The field whose values are times. */
    String timestampField() {
        return RuleDefinitions.of(file.rule()).roles().timestamp();
    }

    /** The items of a sequence or sample, {@code until} last; none for single events. */
    List<Item> items() {
        return switch (statement.query()) {
            case Query.EventQuery event -> List.of();
            case Query.SequenceQuery sequence -> {
                List<Item> items = new ArrayList<>(sequence.items());
                if (sequence.until() != null) {
                    items.add(sequence.until());
                }
                yield items;
            }
            case Query.SampleQuery sample -> sample.items();
        };
    }

    /** The filters of the query and its items. */
    Stream<EventFilter> filters() {
        return statement.query() instanceof Query.EventQuery(EventFilter filter)
                ? Stream.of(filter)
                : items().stream().map(Item::filter);
    }

    /** Every expression of the conditions, and those within it. */
    Stream<Expression> expressions() {
        return filters().map(EventFilter::condition).flatMap(Parts::within);
    }

    /** The join keys of the query and of its items. */
    Stream<Expression> keys() {
        List<Expression> shared = switch (statement.query()) {
            case Query.EventQuery event -> List.of();
            case Query.SequenceQuery sequence -> sequence.keys();
            case Query.SampleQuery sample -> sample.keys();
        };
        return Stream.concat(shared.stream(), items().stream().flatMap(item -> item.keys().stream()));
    }
}
