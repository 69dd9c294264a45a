package io.eqlair.rule.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where each table and value begins in a TOML text that a parser has accepted.
 *
 * <p>It knows tables, arrays of tables, dotted and quoted keys, the four kinds of strings, arrays, inline tables and
 * comments, and takes everything else for a plain value. Of a text that is not TOML it makes something or other, but it
 * always ends and never throws. Line ends are LF.
 *
 * <p>Paths are texts, so a long name above many keys would take much room: values whose path is too long for any rule, and
 * whatever is nested as deep, are passed over.
 */
public final class TomlLocator {

    private static final String BARE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    /** Stands for every path that is too long. */
    private static final String BEYOND = "\0";

    private static final char END = '\0';

    private final String text;
    private final TextLines lines;
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, Integer> arraysOfTables = new HashMap<>();
    private QueryPlace query = QueryPlace.UNKNOWN;
    private Places.@Nullable Twice twice;
    private int depth;
    private int at;

    private TomlLocator(String text) {
        this.text = text;
        this.lines = new TextLines(text);
    }

    public static Places locate(String text) {
        TomlLocator locator = new TomlLocator(text);
        locator.document();
        return new Places(Map.copyOf(locator.positions), locator.query, locator.twice);
    }

    private void document() {
        String table = "";
        for (skipBlank(); at < text.length(); skipBlank()) {
            if (peek() == '[') {
                table = header();
            } else {
                keyAndValue(table);
            }
        }
    }

    private String header() {
        int start = at;
        boolean array = text.startsWith("[[", at);
        at += array ? 2 : 1;
        List<String> keys = keys();
        String path = "";
        for (int i = 0; i < keys.size(); i++) {
            boolean opens = array && i == keys.size() - 1;
            path = descend(path(path, keys.get(i)), opens, start);
        }
        begin(path, start);
        while (peek() == ']') {
            at++;
        }
        return path;
    }

    /** Below an array of tables a header means its last table; a header in double brackets opens the next one. */
    private String descend(String path, boolean opens, int start) {
        if (opens) {
            arraysOfTables.merge(path, 1, Integer::sum);
            positions.putIfAbsent(path, lines.position(start));
        }
        Integer count = arraysOfTables.get(path);
        return count == null ? path : item(path, count - 1);
    }

    private void keyAndValue(String table) {
        int start = at;
        List<String> keys = keys();
        String path = table;
        for (String key : keys.subList(0, keys.size() - 1)) {
            path = path(path, key);
            positions.putIfAbsent(path, lines.position(start));
        }
        path = path(path, keys.getLast());
        begin(path, start);
        if (peek() == '=') {
            at++;
            skipSpace();
            value(path);
        } else {
            at = Math.max(at, start + 1);
        }
    }

    private static String path(String table, String key) {
        boolean within = table.length() + key.length() < Places.LONGEST_PATH && !table.equals(BEYOND);
        return within ? Places.path(table, key) : BEYOND;
    }

    private static String item(String list, int index) {
        return list.equals(BEYOND) ? BEYOND : Places.item(list, index);
    }

    private void begin(String path, int start) {
        Position position = lines.position(start);
        Position first = positions.putIfAbsent(path, position);
        if (first != null && twice == null && !path.equals(BEYOND)) {
            twice = new Places.Twice(path, first, position);
        }
    }

    /** One key, or several with dots between them; leaves off after the space behind the last. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        do {
            skipSpace();
            keys.add(key());
            skipSpace();
        } while (skip('.'));
        return keys;
    }

    private String key() {
        int start = at;
        if (peek() == '"' || peek() == '\'') {
            return string().value();
        }
        while (isBare(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return BARE.indexOf(c) >= 0;
    }

    private void value(String path) {
        positions.put(path, lines.position(at));
        depth++;
        switch (depth > Places.DEEPEST_NESTING ? END : peek()) {
            case '"', '\'' -> stringValue(path);
            case '[' -> array(path);
            case '{' -> inlineTable(path);
            default -> skipPlain();
        }
        depth--;
    }

    private void stringValue(String path) {
        TomlString string = string();
        if (path.equals(Places.QUERY)) {
            query = string.place(lines);
        }
    }

    private TomlString string() {
        TomlString string = TomlString.read(text, at);
        at = string.end();
        return string;
    }

    private void array(String path) {
        at++;
        int index = 0;
        for (skipBlank(); at < text.length() && peek() != ']'; skipBlank()) {
            int start = at;
            value(item(path, index++));
            skipBlank();
            skip(',');
            at = Math.max(at, start + 1);
        }
        at++;
    }

    private void inlineTable(String path) {
        at++;
        for (skipBlank(); at < text.length() && peek() != '}'; skipBlank()) {
            keyAndValue(path);
            skipBlank();
            skip(',');
        }
        at++;
    }

    private void skipPlain() {
        while (at < text.length() && ",]}#\n".indexOf(peek()) < 0) {
            at++;
        }
    }

    /** Skips white space, line ends and comments. */
    private void skipBlank() {
        while (at < text.length() && " \t\n#".indexOf(peek()) >= 0) {
            if (peek() == '#') {
                at = lines.end(at);
            } else {
                at++;
            }
        }
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean found = peek() == c;
        at += found ? 1 : 0;
        return found;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }
}
