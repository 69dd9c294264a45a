package io.eqlair.engine;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import io.eqlair.problem.Problem;
import java.util.List;

/** A rule whose query has been read and checked, to be compiled together with others. */
public record CheckedRule(RuleDefinition definition, Source source, AnalyzedQuery query) {

    /** Reads and checks a rule's query; {@link EqlException} says what is wrong with it. */
    public static CheckedRule of(RuleDefinition definition, EqlLimits limits) {
        Source source = new Source(definition.query());
        AnalyzedQuery query = Analyzer.analyze(
                EqlParser.parse(source, limits),
                source,
                limits,
                definition.roles().timestamp());
        return new CheckedRule(definition, source, query);
    }

    /** What is right by the language, and does not do on a stream what it does in a search. */
    public List<Problem> warnings() {
        boolean tail = query.limits().stream().anyMatch(limit -> limit.end() == Limit.End.TAIL);
        return tail ? List.of(Problem.RULE_TAIL_ON_STREAM) : List.of();
    }
}
