package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.Places;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One table of a rule file while it is read. Each key is taken once, by the type it should have; what nobody takes is the
 * rest. A wrong type is recorded, and the reading goes on with a stand-in, so that all problems show up at once.
 */
final class RuleTable {

    private static final int LONGEST_QUOTE = 60;
    private static final String STAND_IN = "";

    /** Which of several tables; a header does not say it. */
    private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

    private final String path;
    private final Map<String, Object> untaken;
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();
    private final Map<String, List<RuleTable>> listsOfTables = new LinkedHashMap<>();
    private final RuleFindings findings;

    RuleTable(String path, Map<String, Object> values, RuleFindings findings) {
        this.path = path;
        this.untaken = new LinkedHashMap<>(values);
        this.findings = findings;
    }

    /** The text of a key that must be there and not be blank; the example is what to write instead. */
    String required(String key, String example) {
        if (!untaken.containsKey(key)) {
            findings.add(path, Problem.RULE_KEY_MISSING, header(), key, key + " = \"" + example + "\"");
            return STAND_IN;
        }
        String text = take(key, String.class, "a text", key + " = \"" + example + "\"");
        if (text != null && text.isBlank()) {
            findings.add(at(key), Problem.RULE_VALUE_EMPTY, at(key), key + " = \"" + example + "\"");
        }
        return text == null ? STAND_IN : text;
    }

    @Nullable
    String text(String key) {
        return take(key, String.class, "a text", key + " = \"…\"");
    }

    String text(String key, String whenAbsent) {
        String text = text(key);
        return text == null ? whenAbsent : text;
    }

    /** A list of texts; a single text counts as a list of one, an absent key as the empty list. */
    List<String> texts(String key) {
        if (untaken.get(key) instanceof String) {
            return List.of(text(key, STAND_IN));
        }
        return items(key, "text", key + " = [\"…\"]", item -> item instanceof String text ? text : null);
    }

    /** A whole number between two bounds. */
    int number(String key, int least, int most, int whenAbsent) {
        Number number = take(key, Number.class, "a whole number", key + " = " + whenAbsent);
        if (number == null) {
            return whenAbsent;
        }
        if (!(number instanceof Integer) || number.intValue() < least || number.intValue() > most) {
            findings.add(at(key), Problem.RULE_NUMBER_OUT_OF_RANGE, at(key), number, least, most);
        }
        return number.intValue();
    }

    /** As {@link #number}, where the key must be there. */
    int requiredNumber(String key, int least, int most, int example) {
        if (!untaken.containsKey(key)) {
            findings.add(path, Problem.RULE_KEY_MISSING, header(), key, key + " = " + example);
        }
        return number(key, least, most, example);
    }

    boolean flag(String key, boolean whenAbsent) {
        Boolean flag = take(key, Boolean.class, "`true` or `false`", key + " = " + whenAbsent);
        return flag == null ? whenAbsent : flag;
    }

    /** The table at a key; null where there is none. */
    @Nullable
    RuleTable table(String key) {
        Map<?, ?> values = take(key, Map.class, "a table", header(at(key)));
        if (values == null) {
            return null;
        }
        RuleTable table = child(at(key), values);
        tables.put(key, table);
        return table;
    }

    /** The tables of a list; none where there is no such key. */
    List<RuleTable> tables(String key) {
        List<Map<?, ?>> items =
                items(key, "table", "[" + header(at(key)) + "]", item -> item instanceof Map<?, ?> map ? map : null);
        List<RuleTable> list = new ArrayList<>();
        for (Map<?, ?> item : items) {
            list.add(child(Places.item(at(key), list.size()), item));
        }
        listsOfTables.put(key, list);
        return list;
    }

    /** What is wrong with the value of a key, beyond its type. */
    void reject(String key, Problem problem, Object... args) {
        findings.add(at(key), problem, args);
    }

    /** The keys that nobody took, here and below; a list of tables keeps its length when one of them has such keys. */
    Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>(untaken);
        tables.forEach((key, table) -> {
            Map<String, Object> below = table.rest();
            if (!below.isEmpty()) {
                rest.put(key, below);
            }
        });
        listsOfTables.forEach((key, list) -> {
            List<Map<String, Object>> below = list.stream().map(RuleTable::rest).toList();
            if (!below.stream().allMatch(Map::isEmpty)) {
                rest.put(key, below);
            }
        });
        return Collections.unmodifiableMap(rest);
    }

    private RuleTable child(String childPath, Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(key.toString(), value));
        return new RuleTable(childPath, copy, findings);
    }

    private <T> @Nullable T take(String key, Class<T> type, String expected, String example) {
        Object value = untaken.remove(key);
        if (value == null) {
            return null;
        }
        if (!type.isInstance(value)) {
            wrongType(at(key), value, expected, example);
            return null;
        }
        return type.cast(value);
    }

    private <T> List<T> items(String key, String kind, String example, Function<Object, @Nullable T> cast) {
        List<?> values = take(key, List.class, "a list of " + kind + "s", example);
        List<T> items = new ArrayList<>();
        for (int i = 0; values != null && i < values.size(); i++) {
            Object value = values.get(i);
            T item = cast.apply(value);
            if (item == null) {
                wrongType(Places.item(at(key), i), value, "a " + kind, example);
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private void wrongType(String at, Object value, String expected, String example) {
        findings.add(at, Problem.RULE_VALUE_TYPE, at, described(value), expected, example);
    }

    private static String described(Object value) {
        return switch (value) {
            case String text when text.length() > LONGEST_QUOTE -> "a text of " + text.length() + " characters";
            case String text -> "the text `" + text.strip() + "`";
            case List<?> list -> "a list";
            case Map<?, ?> map -> "a table";
            default -> "`" + value + "`";
        };
    }

    private String at(String key) {
        return Places.path(path, key);
    }

    /** The table's header as a file writes it. */
    private String header() {
        return path.endsWith("]") ? "[" + header(path) + "]" : header(path);
    }

    private static String header(String path) {
        return "[" + POSITION.matcher(path).replaceAll("") + "]";
    }
}
