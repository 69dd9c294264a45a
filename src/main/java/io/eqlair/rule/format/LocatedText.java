package io.eqlair.rule.format;

import org.jspecify.annotations.Nullable;

/** The text of a rule file and the places in it, which are looked for when something is wrong: most files are in order. */
public final class LocatedText {

    private final String text;
    private final Notation notation;
    private final String root;
    private final int line;

    /** Null until somebody asks; threads that ask at once find the same. */
    private volatile @Nullable Places places;

    private LocatedText(String text, Notation notation, String root, int line) {
        this.text = text;
        this.notation = notation;
        this.root = root;
        this.line = line;
    }

    /** A TOML file. */
    public static LocatedText toml(String text) {
        return new LocatedText(text, Notation.TOML, "", 1);
    }

    /**
     * A JSON object.
     *
     * @param root the path of the object itself: {@code rule} for one that has the keys of a rule, else empty
     * @param line where in its file the object begins, from 1
     */
    public static LocatedText json(String text, String root, int line) {
        return new LocatedText(text, Notation.JSON, root, line);
    }

    public Notation notation() {
        return notation;
    }

    /** As it was read, but for its line ends, which are LF. */
    public String text() {
        return text;
    }

    public Places places() {
        Places found = places;
        if (found == null) {
            found = switch (notation) {
                case TOML -> TomlLocator.locate(text);
                case JSON -> JsonLocator.locate(text, root, line);
            };
            places = found;
        }
        return found;
    }
}
