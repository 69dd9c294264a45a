package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Maxspan;
import io.eqlair.eql.ast.Pipe;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a statement and makes it a query that can be run. */
public final class Analyzer {

    private final Diagnostics diagnostics;
    private final ConditionAnalyzer conditions;
    private final OperandAnalyzer operands;
    private final EqlLimits limits;

    private Analyzer(Source source, EqlLimits limits, String timestampField) {
        this.diagnostics = new Diagnostics(source);
        this.conditions = new ConditionAnalyzer(diagnostics, timestampField);
        this.operands = new OperandAnalyzer(diagnostics);
        this.limits = limits;
    }

    /**
     * The checked query.
     *
     * @param source the text that the statement was read from
     * @param timestampField the field whose values are times, whatever they are compared with
     * @throws EqlException with every problem that was found
     */
    public static AnalyzedQuery analyze(Statement statement, Source source, EqlLimits limits, String timestampField) {
        Analyzer analyzer = new Analyzer(source, limits, timestampField);
        AnalyzedQuery query = analyzer.query(statement);
        analyzer.diagnostics.throwIfAny();
        return query;
    }

    /**
     * A part of a condition by itself, as it means within the whole: an operand of {@code and}, {@code or} or {@code not},
     * or the whole condition of an item.
     *
     * @param source the text that the expression was read from
     * @param timestampField the field whose values are times, whatever they are compared with
     * @throws EqlException with every problem that was found
     */
    public static Condition condition(Expression expression, Source source, String timestampField) {
        Diagnostics diagnostics = new Diagnostics(source);
        Condition condition = new ConditionAnalyzer(diagnostics, timestampField).condition(expression);
        diagnostics.throwIfAny();
        return condition;
    }

    private AnalyzedQuery query(Statement statement) {
        List<Limit> pipes = statement.pipes().stream().map(this::limit).toList();
        return switch (statement.query()) {
            case Query.EventQuery event -> new AnalyzedQuery.Events(filter(event.filter()), pipes);
            case Query.SequenceQuery sequence -> sequence(sequence, pipes);
            case Query.SampleQuery sample -> sample(sample, pipes);
        };
    }

    private Filter filter(EventFilter filter) {
        return new Filter(filter.category(), conditions.condition(filter.condition()));
    }

    private AnalyzedQuery sequence(Query.SequenceQuery sequence, List<Limit> pipes) {
        List<Stage> stages = stages(sequence.keys(), sequence.items(), sequence.span());
        Item untilItem = sequence.until();
        Stage until = untilItem == null ? null : stage(sequence.keys(), untilItem);
        checkSequence(sequence, stages);
        if (until != null) {
            checkKeyCount(stages.getFirst(), until);
        }
        return new AnalyzedQuery.Sequence(stages, maxspan(sequence.maxspan()), until, pipes);
    }

    private static @Nullable Duration maxspan(@Nullable Maxspan maxspan) {
        return maxspan == null ? null : maxspan.duration();
    }

    private void checkSequence(Query.SequenceQuery sequence, List<Stage> stages) {
        List<Item> missing = sequence.items().stream().filter(Item::missing).toList();
        if (stages.size() < 2) {
            diagnostics.report(Problem.EQL_SEQUENCE_TOO_SHORT, sequence.span(), stages.size());
        } else if (missing.size() == sequence.items().size()) {
            diagnostics.report(Problem.EQL_ONLY_MISSING, sequence.span());
        } else if (!missing.isEmpty() && sequence.maxspan() == null) {
            diagnostics.report(
                    Problem.EQL_MISSING_WITHOUT_MAXSPAN, missing.getFirst().span());
        }
    }

    private AnalyzedQuery sample(Query.SampleQuery sample, List<Limit> pipes) {
        List<Stage> stages = stages(sample.keys(), sample.items(), sample.span());
        for (Item item : sample.items()) {
            if (item.missing() || item.runs() > 1) {
                diagnostics.report(Problem.EQL_SAMPLE_PLAIN, item.span());
            }
        }
        if (stages.size() < 2) {
            diagnostics.report(Problem.EQL_SAMPLE_TOO_SHORT, sample.span(), stages.size());
        }
        if (stages.getFirst().keys().isEmpty()) {
            diagnostics.report(Problem.EQL_SAMPLE_WITHOUT_KEYS, sample.span());
        }
        return new AnalyzedQuery.Sample(stages, pipes);
    }

    private List<Stage> stages(List<Expression> keys, List<Item> items, Span span) {
        List<Stage> stages = new ArrayList<>();
        for (Item item : items) {
            Stage stage = stage(keys, item);
            if (!stages.isEmpty()) {
                checkKeyCount(stages.getFirst(), stage);
            }
            stages.addAll(Collections.nCopies(item.runs(), stage));
        }
        if (stages.size() > limits.stages()) {
            diagnostics.report(Problem.EQL_TOO_MANY_STAGES, span, limits.stages());
        }
        return stages;
    }

    private Stage stage(List<Expression> keys, Item item) {
        List<KeyField> joinKeys = new ArrayList<>();
        keys.forEach(key -> addKey(joinKeys, key));
        item.keys().forEach(key -> addKey(joinKeys, key));
        return new Stage(filter(item.filter()), item.missing(), joinKeys, item.span());
    }

    private void addKey(List<KeyField> keys, Expression key) {
        if (key instanceof Expression.Field field) {
            keys.add(new KeyField(field.name(), field.optional()));
        } else {
            diagnostics.report(Problem.EQL_KEY_NOT_A_FIELD, key.span(), diagnostics.text(key));
        }
    }

    private void checkKeyCount(Stage first, Stage other) {
        int expected = first.keys().size();
        int found = other.keys().size();
        if (expected != found) {
            diagnostics.report(Problem.EQL_KEY_COUNT, other.span(), keys(found), keys(expected));
        }
    }

    private static String keys(int count) {
        return count == 1 ? "1 key" : count + " keys";
    }

    private Limit limit(Pipe pipe) {
        int count = pipe.arguments().size() == 1 ? count(pipe.arguments().getFirst()) : -1;
        Span name =
                new Span(pipe.span().start(), pipe.span().start() + pipe.name().length());
        Limit.End end = pipe.name().equals("tail") ? Limit.End.TAIL : Limit.End.HEAD;
        if (!pipe.name().equals("head") && !pipe.name().equals("tail")) {
            diagnostics.report(Problem.EQL_PIPE_UNKNOWN, name, diagnostics.text(name));
        } else if (count < 0) {
            diagnostics.report(Problem.EQL_PIPE_COUNT, pipe.span(), pipe.name());
        }
        return new Limit(end, count);
    }

    /** The constant as a count, -1 where it is none. */
    private int count(Expression expression) {
        return operands.operand(expression) instanceof Operand.Constant(Long count)
                        && count >= 0
                        && count <= Integer.MAX_VALUE
                ? count.intValue()
                : -1;
    }
}
