package io.eqlair.rule.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes random TOML in random style, and notes what it means and where everything begins. Each table, list and string is
 * written in one of the ways that TOML has for it.
 */
final class RandomToml {
    private static final String CHARACTERS = "ab =#[]{}'\"\\\n\t,.é\u2028";
    private static final List<String> PLAIN = List.of("0", "-17", "3.5", "1e3", "true", "false", "2026-01-15", "0xff");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final List<Position> query = new ArrayList<>();
    private final StringBuilder queryText = new StringBuilder();
    private int keys;

    private RandomToml(Random random) {
        this.random = random;
    }

    static RandomToml write(Random random) {
        RandomToml toml = new RandomToml(random);
        toml.keysAndValues("", 2);
        toml.table("[rule]", "rule");
        toml.queryKey();
        toml.keysAndValues("rule", 3);
        for (int i = 0; i < 3; i++) {
            toml.tables("[[rule.threat]]", "rule.threat[" + i + "]");
        }
        toml.table("[ meta . \"data\" ]", "meta.data");
        toml.keysAndValues("meta.data", 3);
        return toml;
    }

    String text() {
        return text.toString();
    }

    /** Where every value and table begins, by path. */
    Map<String, Position> positions() {
        return positions;
    }

    String queryText() {
        return queryText.toString();
    }

    /** Where each character of the query stands. */
    List<Position> query() {
        return query;
    }

    private void tables(String header, String path) {
        table(header, path);
        keysAndValues(path, 2);
        table(header.replace("[[", "[").replace("]]", ".tactic]"), path + ".tactic");
        keysAndValues(path + ".tactic", 2);
        for (int i = random.nextInt(3); i > 0; i--) {
            int index = 0;
            while (positions.containsKey(path + ".technique[" + index + "]")) {
                index++;
            }
            table(header.replace("]]", ".technique]]"), path + ".technique[" + index + "]");
            keysAndValues(path + ".technique[" + index + "]", 1);
        }
    }

    private void table(String header, String path) {
        space();
        positions.put(path, here());
        text.append(header).append(pick(" ", "", " # [not.this]")).append('\n');
    }

    private void keysAndValues(String path, int most) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            space();
            keyAndValue(path, 3);
            text.append(pick("", " ", " # x = 'y'")).append('\n');
        }
    }

    private void keyAndValue(String path, int depth) {
        String key = "k" + keys++;
        String written = pick(key, "\"" + key + "\"", "'" + key + "'", key + " . in");
        text.append(written).append(pick("=", " = ", "\t="));
        value(Places.path(path, written.endsWith("in") ? key + ".in" : key), depth);
    }

    private void value(String path, int depth) {
        text.append(pick("", " "));
        positions.put(path, here());
        switch (random.nextInt(depth == 0 ? 2 : 4)) {
            case 0 -> text.append(PLAIN.get(random.nextInt(PLAIN.size())));
            case 1 -> string(content(), new ArrayList<>());
            case 2 -> list(path, depth);
            default -> inlineTable(path, depth);
        }
    }

    private void list(String path, int depth) {
        text.append('[');
        for (int i = 0; i < random.nextInt(4); i++) {
            text.append(pick("", "\n", " # ]\n  "));
            value(path + "[" + i + "]", depth - 1);
            text.append(pick(",", " ,", "\n,"));
        }
        text.append(pick("", "\n")).append(']');
    }

    private void inlineTable(String path, int depth) {
        text.append('{');
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? " " : " , ");
            keyAndValue(path, depth - 1);
        }
        text.append(" }");
    }

    private void queryKey() {
        space();
        text.append("query = ");
        positions.put("rule.query", here());
        String content = content() + content();
        string(content, query);
        queryText.append(content);
        text.append('\n');
    }

    private String content() {
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            content.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return content.toString();
    }

    private void string(String content, List<Position> places) {
        boolean lines = random.nextBoolean() || content.contains("\n");
        boolean literal = random.nextBoolean() && !content.contains("'");
        String quote = (literal ? "'" : "\"").repeat(lines ? 3 : 1);
        text.append(quote).append(lines ? "\n" : "");
        for (int i = 0; i < content.length(); i++) {
            if (lines && !literal && random.nextInt(6) == 0) {
                text.append(blankAt(content, i) ? "" : "\\\n   ");
            }
            places.add(here());
            text.append(literal ? content.substring(i, i + 1) : escaped(content.charAt(i), lines));
        }
        text.append(quote);
    }

    /** A line may be folded only before something that is not white space: the fold would take it along. */
    private static boolean blankAt(String content, int index) {
        return " \t\n".indexOf(content.charAt(index)) >= 0;
    }

    private String escaped(char c, boolean lines) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\n' -> lines ? pick("\n", "\\n") : "\\n";
            case '\t' -> pick("\t", "\\t");
            case 'é' -> pick("é", "\\u00e9", "\\U000000E9");
            default -> String.valueOf(c);
        };
    }

    private void space() {
        text.append(pick("", "\n", "# [rule]\n", "  \n\n"));
        text.append(pick("", "  ", "\t"));
    }

    private Position here() {
        int start = text.lastIndexOf("\n") + 1;
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Position(line, text.length() - start + 1);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
