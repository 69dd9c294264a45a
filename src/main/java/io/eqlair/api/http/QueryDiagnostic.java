package io.eqlair.api.http;

import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a query, and where.
 *
 * @param code stable name of the kind of problem
 * @param wayOut what to do; null where the message says it all
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param length in UTF-16 units; 0 where something is missing
 */
public record QueryDiagnostic(
        String code, String message, @Nullable String wayOut, int line, int column, int length) {

    static QueryDiagnostic of(Diagnostic diagnostic, Source source) {
        int start = diagnostic.span().start();
        return new QueryDiagnostic(
                diagnostic.code(),
                diagnostic.message(),
                diagnostic.wayOut(),
                source.line(start),
                source.column(start),
                diagnostic.span().end() - start);
    }
}
