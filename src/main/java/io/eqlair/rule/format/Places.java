package io.eqlair.rule.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the tables and values of a text begin, by path, such as {@code rule.threat[0].tactic.id}. */
public record Places(
        Map<String, Position> positions,
        QueryPlace query,
        @Nullable Twice twice) {

    /** Longer paths are those of no rule. */
    static final int LONGEST_PATH = 400;

    /** Nothing in a rule is nested so deep. */
    static final int DEEPEST_NESTING = 100;

    static final String QUERY = "rule.query";

    /** A key or table that stands in the text twice, against the rules of its notation; only the first such one is noted. */
    public record Twice(String path, Position first, Position second) {}

    /** The path of a key within a table; the empty path is the document. */
    public static String path(String table, String key) {
        return table.isEmpty() ? key : table + "." + key;
    }

    /** The path of a list's item, counted from 0. */
    public static String item(String list, int index) {
        return list + "[" + index + "]";
    }

    /** The place of a value, or of the table it would belong to if it is missing; null when that is missing, too. */
    public @Nullable Position of(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Position position = positions.get(at);
            if (position != null) {
                return position;
            }
        }
        return null;
    }

    private static String parent(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return path.substring(0, Math.max(0, end));
    }
}
