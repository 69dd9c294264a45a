package io.eqlair.eql.source;

/**
 * The text of a query. Lines and columns count from 1, columns in UTF-16 units.
 *
 * @param text the query as its author wrote it
 */
public record Source(String text) {

    private static final int WIDEST_LINE = 160;
    private static final int LEAD = 40;
    private static final int LONGEST_EXCERPT = 80;

    /** The text within a span. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The text within a span on one line, shortened where it is long; to be quoted. */
    public String excerpt(Span span) {
        String slice = text.substring(span.start(), Math.min(span.end(), span.start() + LONGEST_EXCERPT + 1));
        String line = printable(slice.replaceAll("\\s+", " "));
        return span.end() - span.start() <= LONGEST_EXCERPT ? line : line.substring(0, line.length() - 1) + "…";
    }

    /** The line on which an offset lies. */
    public int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The column of an offset within its line. */
    public int column(int offset) {
        return offset - lineStart(offset) + 1;
    }

    /** A diagnostic as a small text: place and message, the line with carets under the span, the way out. */
    public String render(Diagnostic diagnostic) {
        int at = diagnostic.span().start();
        String text =
                line(at) + ":" + column(at) + ": " + diagnostic.message() + "\n\n" + underlined(diagnostic.span());
        return diagnostic.wayOut() == null ? text : text + "\n\n" + diagnostic.wayOut();
    }

    /** The line with carets under the span; of a long line the part around the span's start. */
    private String underlined(Span span) {
        int lineEnd = lineEnd(span.start());
        int from = lineStart(span.start());
        if (lineEnd - from > WIDEST_LINE) {
            from = Math.max(from, span.start() - LEAD);
        }
        int to = Math.min(lineEnd, from + WIDEST_LINE);
        String gutter = "  " + line(span.start()) + " | " + (from > lineStart(from) ? "…" : "");
        String shown = printable(text.substring(from, to)).stripTrailing() + (to < lineEnd ? "…" : "");
        String indent = printable(text.substring(from, span.start())).replaceAll("[^\t]", " ");
        int carets = Math.max(1, Math.min(span.end(), to) - span.start());
        return gutter + shown + "\n" + " ".repeat(gutter.length()) + indent + "^".repeat(carets);
    }

    /** Some characters would move what is printed after them, or reverse it, and halves of them cannot be printed. */
    private static String printable(String line) {
        return line.replaceAll("[\\p{Cc}&&[^\t]]", " ").replaceAll("[\\p{Cs}\\p{Cf}\\p{Zl}\\p{Zp}]", "\ufffd");
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
