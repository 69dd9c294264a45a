package io.eqlair.rule.format;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Turns offsets in a text into lines and columns. Line ends are LF. */
final class TextLines {

    private final String text;
    private final int firstLine;
    private final int[] starts;

    TextLines(String text) {
        this(text, 1);
    }

    /** A text that is part of a file. */
    TextLines(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        this.starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(offset -> text.charAt(offset) == '\n')
                                .map(offset -> offset + 1))
                .toArray();
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + firstLine, offset - starts[line] + 1);
    }

    /** The offset of the line end at or after an offset, or of the end of the text. */
    int end(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
