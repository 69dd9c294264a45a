package io.eqlair.rule.format;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a tree as TOML that people can read, and that {@link TomlDocument} reads as the same tree. Every table has its
 * header, a list of tables one for each; within lists of other things tables stand in braces. Texts of several lines stand
 * between triple quotes as they are, wherever TOML lets them:
 *
 * <pre>
 * [rule]
 * name = "Netcat"
 * query = '''
 * process where process.name == "nc"
 * '''
 *
 * [[rule.threat]]
 * framework = "MITRE ATT&amp;CK"
 * </pre>
 */
public final class TomlWriter {

    private static final int LONGEST_LIST = 100; // characters of a line

    private final StringBuilder text = new StringBuilder();

    private TomlWriter() {}

    /**
     * The text of a tree.
     *
     * @param tree of maps, lists, strings, numbers and booleans, without nulls; keys are texts
     */
    public static String write(Map<String, ?> tree) {
        TomlWriter writer = new TomlWriter();
        writer.content("", tree);
        return writer.text.toString();
    }

    /** Keys with plain values come first: behind a table's header they would belong to that table. */
    private void content(String path, Map<?, ?> table) {
        table.forEach((key, value) -> {
            if (!isTable(value) && !isTables(value)) {
                text.append(TomlText.key(key)).append(" = ");
                listOrValue(value);
                text.append('\n');
            }
        });
        table.forEach(
                (key, value) -> below(path.isEmpty() ? TomlText.key(key) : path + "." + TomlText.key(key), value));
    }

    private void below(String path, Object value) {
        if (value instanceof Map<?, ?> table) {
            header("[" + path + "]");
            content(path, table);
        } else if (isTables(value)) {
            for (Object table : (List<?>) value) {
                header("[[" + path + "]]");
                content(path, (Map<?, ?>) table);
            }
        }
    }

    private void header(String header) {
        text.append(text.isEmpty() ? "" : "\n").append(header).append('\n');
    }

    private static boolean isTable(Object value) {
        return value instanceof Map<?, ?>;
    }

    private static boolean isTables(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(TomlWriter::isTable);
    }

    /** A list that is too long for a line has a line for each item, or more if the item has. */
    private void listOrValue(Object value) {
        String line = inline(value);
        if (value instanceof List<?> list
                && (line.length() > LONGEST_LIST || list.stream().anyMatch(TomlWriter::hasLines))) {
            text.append("[\n");
            list.forEach(item -> text.append("    ").append(lines(item)).append(",\n"));
            text.append(']');
        } else {
            text.append(lines(value));
        }
    }

    private static boolean hasLines(Object value) {
        return value instanceof String string && string.indexOf('\n') >= 0;
    }

    private static String lines(Object value) {
        return value instanceof String string ? TomlText.ofLines(string) : inline(value);
    }

    private static String inline(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> TomlText.key(entry.getKey()) + " = " + inline(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(TomlWriter::inline).collect(Collectors.joining(", ", "[", "]"));
            case String string -> TomlText.ofLine(string);
            case Double number when number.isNaN() -> "nan";
            case Double number when number.isInfinite() -> number > 0 ? "inf" : "-inf";
            default -> value.toString();
        };
    }
}
