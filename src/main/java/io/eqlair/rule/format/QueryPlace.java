package io.eqlair.rule.format;

import java.util.List;

/**
 * Where the text of a query lies in its file, so that a problem at an offset of the query can be shown in the file.
 *
 * <p>A query is a string of TOML or JSON, and escapes make it shorter than what the file says. An anchor stands at the start, after every line end and after every escape; between two anchors text and file run alike.
 */
public final class QueryPlace {

    /** The start of the file, for want of anything better. */
    static final QueryPlace UNKNOWN = new QueryPlace(List.of(new Anchor(0, Position.START)));

    private final List<Anchor> anchors;

    /** Anchors in ascending order, of which the first is at offset 0. */
    QueryPlace(List<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** The place in the file of a UTF-16 offset in the query's text; the end of the text is a place, too. */
    public Position at(int offset) {
        Anchor anchor = anchors.get(lastAnchorAtOrBefore(offset));
        Position start = anchor.position();
        return new Position(start.line(), start.column() + offset - anchor.offset());
    }

    private int lastAnchorAtOrBefore(int offset) {
        int low = 0;
        int high = anchors.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (anchors.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * @param offset in the query's text
     * @param position the same place in the file
     */
    record Anchor(int offset, Position position) {}
}
