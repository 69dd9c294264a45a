package io.eqlair.engine;

import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;

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
}
