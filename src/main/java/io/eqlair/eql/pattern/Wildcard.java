package io.eqlair.eql.pattern;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@code like} and {@code :}. {@code *} stands for any run of characters, empty or over many lines, {@code
 * ?} for exactly one UTF-16 unit; there is no escape.
 */
public final class Wildcard implements TextPattern {

    /*
     * The stars cut a pattern into pieces: the head must stand at the start, the tail at the end, and the middle ones
     * somewhere between them in their order. Taking each at its first place leaves the most room for the rest, so there
     * is nothing to go back to, and the time is at most the length of the text times that of the pattern.
     *
     *   cmd.exe       head cmd.exe, no star
     *   *\temp\*.exe  head "", middle [\temp\], tail .exe
     *   a*            head a, middle [], tail ""
     */
    private final WildcardPiece head;
    private final List<WildcardPiece> middle;
    private final @Nullable WildcardPiece tail;
    private final int minLength;

    private Wildcard(WildcardPiece head, List<WildcardPiece> middle, @Nullable WildcardPiece tail) {
        this.head = head;
        this.middle = middle;
        this.tail = tail;
        int inside = middle.stream().mapToInt(WildcardPiece::length).sum();
        this.minLength = head.length() + inside + (tail == null ? 0 : tail.length());
    }

    public static Wildcard of(String pattern, boolean ignoreCase) {
        List<WildcardPiece> pieces = Arrays.stream(pattern.split("\\*", -1))
                .map(text -> WildcardPiece.of(text, ignoreCase))
                .toList();
        int last = pieces.size() - 1;
        if (last == 0) {
            return new Wildcard(pieces.get(0), List.of(), null);
        }
        List<WildcardPiece> middle = pieces.subList(1, last).stream()
                .filter(piece -> piece.length() > 0)
                .toList();
        return new Wildcard(pieces.get(0), middle, pieces.get(last));
    }

    /** A pattern that matches what at least one of many patterns matches; none match nothing. */
    public static TextPattern anyOf(List<String> patterns, boolean ignoreCase) {
        return patterns.size() == 1 ? of(patterns.get(0), ignoreCase) : WildcardList.of(patterns, ignoreCase);
    }

    /** Whether the pattern is a plain text, without {@code *} and {@code ?}. */
    static boolean isLiteral(String pattern) {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    @Override
    public boolean matches(String text) {
        if (tail == null) {
            return text.length() == minLength && head.isAt(text, 0);
        }
        int end = text.length() - tail.length();
        return text.length() >= minLength && head.isAt(text, 0) && tail.isAt(text, end) && middleFits(text, end);
    }

    private boolean middleFits(String text, int end) {
        int position = head.length();
        for (WildcardPiece piece : middle) {
            int found = piece.find(text, position, end);
            if (found < 0) {
                return false;
            }
            position = found + piece.length();
        }
        return true;
    }
}
