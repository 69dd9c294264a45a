package io.eqlair.explain;

import io.eqlair.eql.source.Source;
import io.eqlair.eql.source.Span;

/**
 * A part of a rule's text.
 *
 * @param text what stands there, shortened where it is long
 * @param start offset in UTF-16 units, from 0
 * @param end offset after its last unit
 * @param line of its start, from 1
 * @param column of its start, from 1, in UTF-16 units
 */
public record Place(String text, int start, int end, int line, int column) {

    private static final int LONGEST_TEXT = 500;

    static Place of(Span span, Source source) {
        String text = Shortened.text(source.slice(span), LONGEST_TEXT);
        return new Place(text, span.start(), span.end(), source.line(span.start()), source.column(span.start()));
    }
}
