package io.eqlair.rule.format;

import java.util.ArrayList;
import java.util.List;

/** Where each part of a JSON string's value stands in the file. */
final class JsonString {

    private static final int UNICODE_ESCAPE = 6; // backslash, u and four digits
    private static final int SIMPLE_ESCAPE = 2;

    private JsonString() {}

    /** The string whose first quote is at an offset of a text that a parser has accepted up to its end. */
    static QueryPlace place(String text, int start, TextLines lines) {
        List<QueryPlace.Anchor> anchors = new ArrayList<>();
        int at = start + 1;
        anchors.add(new QueryPlace.Anchor(0, lines.position(at)));
        for (int offset = 1; at < text.length() && text.charAt(at) != '"'; offset++) {
            if (text.charAt(at) == '\\') {
                at += text.startsWith("\\u", at) ? UNICODE_ESCAPE : SIMPLE_ESCAPE;
                anchors.add(new QueryPlace.Anchor(offset, lines.position(Math.min(at, text.length()))));
            } else {
                at++;
            }
        }
        return new QueryPlace(anchors);
    }
}
