package io.eqlair.eql.source;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a query, and where.
 *
 * @param problem what kind of problem; gives the stable code
 * @param message what was found and what was expected, one or two sentences
 * @param wayOut the rule that was broken, or something to paste; null where the message says it all
 * @param span the text it is about
 */
public record Diagnostic(
        Problem problem, String message, @Nullable String wayOut, Span span) {

    /** Fills the problem's texts with the arguments. */
    public static Diagnostic of(Problem problem, Span span, Object... arguments) {
        return new Diagnostic(problem, problem.message(arguments), problem.wayOut(arguments), span);
    }

    /** The stable code, such as {@code eql_unexpected}. */
    public String code() {
        return problem.code();
    }
}
