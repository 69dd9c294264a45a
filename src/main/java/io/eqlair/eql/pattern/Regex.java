package io.eqlair.eql.pattern;

import java.util.List;

/**
 * Makes patterns from the two dialects of {@code regex}. Both take time linear in the length of the text, whatever the
 * expression, and match a text as a whole; of several expressions one must match.
 */
public final class Regex {
    /** The longest expression, in UTF-16 units: what Elasticsearch allows by default. */
    public static final int MAX_LENGTH = 1_000;

    /** How deep an expression may nest: its parsers are recursive. */
    public static final int MAX_DEPTH = 100;

    private Regex() {}

    /**
     * Lucene's dialect, as on fields, with all its optional operators: {@code ~} complement, {@code &} intersection,
     * {@code @} any text, {@code #} no text, {@code <1-9>} an interval of numbers. {@code ^} and {@code $} are ordinary
     * characters. Ignoring case means Unicode's simple folding per code point, which takes a few more letters to be the
     * same than {@code Values.fold}, such as the two forms of the small sigma.
     *
     * @throws PatternError if an expression is not well formed or grows too large
     */
    public static TextPattern lucene(List<String> patterns, boolean ignoreCase) {
        patterns.forEach(PatternBounds::check);
        return LuceneRegex.compile(patterns, ignoreCase);
    }

    /**
     * Java's dialect, as on computed values, without lookaround and back-references. Ignoring case means Unicode's
     * simple folding. {@code .} stops at the end of a line.
     *
     * @throws PatternError if an expression is not well formed, needs what takes more than linear time, or grows too
     * large
     */
    public static TextPattern java(List<String> patterns, boolean ignoreCase) {
        patterns.forEach(PatternBounds::check);
        return JavaRegex.compile(patterns, ignoreCase);
    }
}
