package io.eqlair.store;

import org.jspecify.annotations.Nullable;

/** Texts as every database can hold them: PostgreSQL knows neither the character zero nor half characters. */
final class ColumnText {

    private static final char REPLACEMENT = '\uFFFD';

    /** PostgreSQL's indices refuse texts of some 2,700 bytes. */
    private static final int LONGEST_KEY = 500;

    private ColumnText() {}

    static String of(String text) {
        boolean fine = text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
        return fine ? text : replaced(text);
    }

    /** The first characters of a text, of which more cannot be looked up. */
    static String beginning(String text) {
        return of(text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY));
    }

    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static String replaced(String text) {
        StringBuilder fine = new StringBuilder();
        text.codePoints().forEach(c -> fine.appendCodePoint(isFine(c) ? c : REPLACEMENT));
        return fine.toString();
    }

    private static boolean isFine(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
