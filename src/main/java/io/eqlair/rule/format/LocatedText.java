package io.eqlair.rule.format;

import org.jspecify.annotations.Nullable;

/** The text of a rule file and the places in it, which are looked for when something is wrong: most files are in order. */
public final class LocatedText {

    private final String text;

    /** Null until somebody asks; threads that ask at once find the same. */
    private volatile @Nullable Places places;

    public LocatedText(String text) {
        this.text = text;
    }

    public Places places() {
        Places found = places;
        if (found == null) {
            found = TomlLocator.locate(text);
            places = found;
        }
        return found;
    }
}
