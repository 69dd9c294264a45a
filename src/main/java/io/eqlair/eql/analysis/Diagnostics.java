package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.pattern.PatternError;
import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the query being analyzed: all of it, so that its author need not ask twice. */
final class Diagnostics {

    private final Source source;
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    Diagnostics(Source source) {
        this.source = source;
    }

    void report(Problem problem, Span span, Object... arguments) {
        found.add(Diagnostic.of(problem, span, arguments));
    }

    void report(Expression.PatternMatch match, PatternError error) {
        Span span = PatternPlace.of(match, error, source);
        found.add(new Diagnostic(error.problem(), String.valueOf(error.getMessage()), error.wayOut(), span));
    }

    /** The text of an expression, to be quoted. */
    String text(Expression expression) {
        return text(expression.span());
    }

    /** What stands there, to be quoted. */
    String text(Span span) {
        return source.excerpt(span);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            List<Diagnostic> inOrder = found.stream()
                    .sorted(Comparator.comparingInt(
                            diagnostic -> diagnostic.span().start()))
                    .toList();
            throw new EqlException(source, inOrder);
        }
    }
}
