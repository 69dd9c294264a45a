package io.eqlair.exceptions;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an exception or a value list, and where.
 *
 * @param path for example {@code entries[0].or[1].value}; empty for the whole
 * @param code stable name of the kind of problem
 * @param wayOut what to do; null where the message says it all
 */
public record ExceptionFinding(
        String path, String code, String message, @Nullable String wayOut) {

    static ExceptionFinding of(String path, Problem problem, Object... arguments) {
        return new ExceptionFinding(path, problem.code(), problem.message(arguments), problem.wayOut(arguments));
    }

    /** Message and way out in one line. */
    public String text() {
        return wayOut == null ? message : message + " " + wayOut;
    }
}
