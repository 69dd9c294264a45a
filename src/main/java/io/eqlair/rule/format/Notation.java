package io.eqlair.rule.format;

import java.util.regex.Pattern;

/** How a rule file is written. What its author is advised to write is given in the same notation. */
public enum Notation {
    TOML,
    JSON;

    /** Which of several tables; a header does not say it. */
    private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

    /** A key with its value, which is a text in quotes, a number or a list of those: {@code name = "x"}, {@code "name": "x"}. */
    public String entry(String key, String value) {
        return switch (this) {
            case TOML -> key + " = " + value;
            case JSON -> "\"" + key + "\": " + value;
        };
    }

    /** What a table at a path is called: {@code [rule]} or {@code [[rule.threat]]} after its header, {@code rule} in JSON. */
    public String table(String path) {
        String name = POSITION.matcher(path).replaceAll("");
        return switch (this) {
            case TOML -> path.endsWith("]") ? "[[" + name + "]]" : "[" + name + "]";
            case JSON -> name;
        };
    }

    /** How to begin a table that belongs at a path. */
    public String newTable(String path) {
        return this == TOML ? table(path) : entry(lastKey(path), "{…}");
    }

    /** How to begin a list of tables that belongs at a path. */
    public String newTables(String path) {
        return this == TOML ? table(path + "[0]") : entry(lastKey(path), "[{…}]");
    }

    private static String lastKey(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
