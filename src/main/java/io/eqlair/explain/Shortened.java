package io.eqlair.explain;

/** Texts that are cut where they are long: answers are read by people. */
final class Shortened {

    private Shortened() {}

    /** The text, or its beginning and {@code …}; a character outside the basic plane is never cut in two. */
    static String text(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }

    /** A value on one line, to be quoted in a sentence: every blank of it counts, and characters that cannot be seen are shown. */
    static String value(String text, int longest) {
        return text(text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"), longest);
    }

    /** The same on one line, to be quoted in a sentence. */
    static String line(String text, int longest) {
        return text(text.strip().replaceAll("\\s+", " "), longest);
    }
}
