package io.eqlair.ingest;

import java.util.BitSet;

/**
 * The outline of a JSON value whose bytes go by: which brackets are open, and what may come next.
 *
 * <p>Of strings only the opening quote is shown to it; numbers and words are not looked into. So whatever it finds wrong
 * is wrong, while what it lets pass may still not be JSON.
 */
final class Outline {

    /** What may come next. */
    private enum Next {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END
    }

    /** Which of the open brackets, from 1 for the outermost, are square. */
    private final BitSet square = new BitSet();

    private int depth;
    private Next next = Next.VALUE;
    private boolean inWord;

    /** How many brackets are open. */
    int depth() {
        return depth;
    }

    /** Whether a value may come next. */
    boolean takesValue() {
        return next == Next.VALUE || next == Next.VALUE_OR_END;
    }

    /** Goes on by a byte; false when JSON cannot go on like this. Brackets count in any case. */
    boolean take(int c) {
        boolean wordGoesOn = inWord && isWord(c);
        inWord = isWord(c);
        return switch (c) {
            case ' ', '\t', '\r', '\n' -> true;
            case '{', '[' -> open(c == '[');
            case '}', ']' -> close(c == ']');
            case '"' -> takesKey() ? go(true, Next.COLON) : value();
            case ':' -> go(next == Next.COLON, Next.VALUE);
            case ',' -> go(next == Next.COMMA_OR_END && depth > 0, square.get(depth) ? Next.VALUE : Next.KEY);
            default -> wordGoesOn || (inWord && value());
        };
    }

    private boolean takesKey() {
        return next == Next.KEY || next == Next.KEY_OR_END;
    }

    private boolean value() {
        return go(takesValue(), Next.COMMA_OR_END);
    }

    private boolean go(boolean allowed, Next then) {
        next = then;
        return allowed;
    }

    private boolean open(boolean array) {
        square.set(++depth, array);
        return go(takesValue(), array ? Next.VALUE_OR_END : Next.KEY_OR_END);
    }

    /** A bracket of the wrong kind closes all up to the innermost of its kind. */
    private boolean close(boolean array) {
        boolean fits = square.get(depth) == array;
        while (depth > 0 && square.get(depth) != array) {
            depth--;
        }
        depth = Math.max(depth - 1, 0);
        Next empty = array ? Next.VALUE_OR_END : Next.KEY_OR_END;
        return go(fits && (next == Next.COMMA_OR_END || next == empty), Next.COMMA_OR_END);
    }

    /** What numbers and the words true, false and null are made of. */
    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == 'E' || c == '.' || c == '-' || c == '+';
    }
}
