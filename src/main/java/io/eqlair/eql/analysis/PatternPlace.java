package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.pattern.PatternError;
import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;

/** Finds the place of a pattern's error in the text of the query, where escapes are longer than what they stand for. */
final class PatternPlace {

    private PatternPlace() {}

    /** The character that is wrong; the whole pattern, or the whole match, where it is not known which. */
    static Span of(Expression.PatternMatch match, PatternError error, Source source) {
        for (Expression.Literal literal : match.patterns()) {
            if (literal.value() instanceof String pattern && pattern.equals(error.pattern())) {
                return error.position() < 0
                        ? literal.span()
                        : character(literal.span(), source.slice(literal.span()), error.position());
            }
        }
        return match.span();
    }

    private static Span character(Span literal, String written, int position) {
        boolean raw = written.startsWith("\"\"\"") && written.length() >= 6;
        int at = raw ? 3 + position : 1;
        for (int units = 0; !raw && units < position; units++) {
            at = behind(written, at);
        }
        int start = Math.min(literal.start() + at, literal.end() - 1);
        return new Span(start, Math.min(literal.start() + behind(written, at), literal.end()));
    }

    /** Where the next character begins. */
    private static int behind(String written, int at) {
        if (!written.startsWith("\\", at) || written.startsWith("\"\"\"")) {
            return at + 1;
        }
        return written.startsWith("\\u{", at) ? written.indexOf('}', at) + 1 : at + 2;
    }
}
