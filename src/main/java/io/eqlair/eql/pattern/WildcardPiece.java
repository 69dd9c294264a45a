package io.eqlair.eql.pattern;

import io.eqlair.eql.value.Values;

/**
 * The part of a wildcard pattern between two stars: characters, and {@code ?} for any one.
 *
 * @param text the characters, folded if case is ignored
 * @param exact whether the characters are compared as they are, so that the runtime's own search serves
 */
record WildcardPiece(String text, boolean exact, boolean ignoreCase) {

    static WildcardPiece of(String text, boolean ignoreCase) {
        return new WildcardPiece(
                ignoreCase ? Values.fold(text) : text, !ignoreCase && text.indexOf('?') < 0, ignoreCase);
    }

    int length() {
        return text.length();
    }

    /** Whether the piece stands at this position, behind which the text is long enough. */
    boolean isAt(String candidate, int position) {
        if (exact) {
            return candidate.startsWith(text, position);
        }
        for (int i = 0; i < text.length(); i++) {
            if (!same(text.charAt(i), candidate.charAt(position + i))) {
                return false;
            }
        }
        return true;
    }

    /** The first position of the piece within the range, or -1. */
    int find(String candidate, int start, int end) {
        if (exact) {
            return candidate.indexOf(text, start, end);
        }
        for (int position = start; position <= end - text.length(); position++) {
            if (isAt(candidate, position)) {
                return position;
            }
        }
        return -1;
    }

    private boolean same(char wanted, char actual) {
        return wanted == actual || wanted == '?' || (ignoreCase && wanted == Values.fold(actual));
    }
}
