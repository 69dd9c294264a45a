package io.eqlair.eql.source;

/**
 * The text of a query. Lines and columns count from 1, columns in UTF-16 units.
 *
 * @param text the query as its author wrote it
 */
public record Source(String text) {

    private static final int WIDEST_LINE = 160;
    private static final int LEAD = 40;

    /** The text within a span. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
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
        String text = line(at) + ":" + column(at) + ": " + diagnostic.message() + "\n\n" + excerpt(diagnostic.span());
        return diagnostic.wayOut() == null ? text : text + "\n\n" + diagnostic.wayOut();
    }

    private String excerpt(Span span) {
        int lineStart = lineStart(span.start());
        int lineEnd = lineEnd(span.start());
        boolean clipped = lineEnd - lineStart > WIDEST_LINE;
        int from = clipped ? Math.max(lineStart, span.start() - LEAD) : lineStart;
        int to = Math.min(lineEnd, from + WIDEST_LINE);
        String gutter = "  " + line(span.start()) + " | " + (from > lineStart ? "…" : "");
        String indent = text.substring(from, Math.min(span.start(), to)).replaceAll("[^\t]", " ");
        int carets = Math.max(1, Math.min(span.end(), to) - span.start());
        return gutter + text.substring(from, to).stripTrailing() + (to < lineEnd ? "…" : "") + "\n"
                + " ".repeat(gutter.length()) + indent + "^".repeat(carets);
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
