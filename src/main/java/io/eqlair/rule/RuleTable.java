package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.Places;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One table of a rule file while it is read. Each key is taken once, by the type it should have; what nobody takes is the
 * rest. A wrong type is recorded, and the reading goes on with a stand-in, so that all problems show up at once.
 */
final class RuleTable {

    private static final int LONGEST_QUOTE = 60;
    private static final String STAND_IN = "";

    private final String path;
    private final Map<String, Object> untaken;
    private final Set<String> asked = new TreeSet<>();
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();
    private final Map<String, List<RuleTable>> listsOfTables = new LinkedHashMap<>();
    private final RuleFindings findings;

    RuleTable(String path, Map<String, Object> values, RuleFindings findings) {
        this.path = path;
        this.untaken = new LinkedHashMap<>(values);
        this.findings = findings;
    }

    /** The keys that somebody has looked for, whether they are there or not. */
    Set<String> asked() {
        return asked;
    }

    /** The text of a key that must be there and not be blank; the example is what to write instead. */
    String required(String key, String example) {
        asked.add(key);
        if (!has(key)) {
            missing(key, quoted(example));
            return STAND_IN;
        }
        String text = textNotBlank(key, example);
        return text == null ? STAND_IN : text;
    }

    /** The text of a key, which must not be blank if it is there. */
    @Nullable
    String textNotBlank(String key, String example) {
        String text = take(key, String.class, "a text", entry(key, quoted(example)));
        if (text != null && text.isBlank()) {
            findings.add(at(key), Problem.RULE_VALUE_EMPTY, at(key), entry(key, quoted(example)));
        }
        return text;
    }

    /** One of several words; the first where the key is absent. */
    String choice(String key, List<String> choices) {
        String text = textNotBlank(key, choices.getFirst());
        if (text != null && !text.isBlank() && !choices.contains(text)) {
            String expected = listed(choices);
            String example = entry(key, quoted(choices.getFirst()));
            findings.add(at(key), Problem.RULE_VALUE_UNKNOWN, at(key), text, expected, example);
        }
        return text == null ? choices.getFirst() : text;
    }

    private static String listed(List<String> choices) {
        String last = "`" + choices.getLast() + "`";
        return choices.size() == 1
                ? last
                : "`" + String.join("`, `", choices.subList(0, choices.size() - 1)) + "` or " + last;
    }

    /** As {@link #choice}, where the key must be there. */
    String requiredChoice(String key, List<String> choices) {
        if (!has(key)) {
            missing(key, quoted(choices.getFirst()));
        }
        return choice(key, choices);
    }

    /** A list of texts that must be there, have at least one member, and none that is blank. */
    List<String> someTexts(String key, String example) {
        String list = "[" + quoted(example) + "]";
        if (!has(key)) {
            missing(key, list);
        }
        boolean empty = untaken.get(key) instanceof List<?> given && given.isEmpty();
        List<String> texts = texts(key);
        if (empty || texts.stream().anyMatch(String::isBlank)) {
            findings.add(at(key), Problem.RULE_VALUE_EMPTY, at(key), entry(key, list));
        }
        return texts;
    }

    private void missing(String key, String example) {
        findings.add(path, Problem.RULE_KEY_MISSING, findings.notation().table(path), key, entry(key, example));
    }

    private String entry(String key, String value) {
        return findings.notation().entry(key, value);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Whether there is such a key that nobody has taken yet. */
    boolean has(String key) {
        return untaken.containsKey(key);
    }

    @Nullable
    String text(String key) {
        return take(key, String.class, "a text", entry(key, quoted("…")));
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
        return items(key, "text", entry(key, "[\"…\"]"), item -> item instanceof String text ? text : null);
    }

    /** A whole number between two bounds. */
    int number(String key, int least, int most, int whenAbsent) {
        Number number = take(key, Number.class, "a whole number", entry(key, Integer.toString(whenAbsent)));
        if (number == null) {
            return whenAbsent;
        }
        boolean whole = number.doubleValue() == number.intValue();
        if (!whole || number.intValue() < least || number.intValue() > most) {
            findings.add(at(key), Problem.RULE_NUMBER_OUT_OF_RANGE, at(key), number, least, most);
        }
        return number.intValue();
    }

    /** As {@link #number}, where the key must be there. */
    int requiredNumber(String key, int least, int most, int example) {
        if (!has(key)) {
            missing(key, Integer.toString(example));
        }
        return number(key, least, most, example);
    }

    boolean flag(String key, boolean whenAbsent) {
        Boolean flag = take(key, Boolean.class, "`true` or `false`", entry(key, Boolean.toString(whenAbsent)));
        return flag == null ? whenAbsent : flag;
    }

    /** The table at a key; null where there is none. */
    @Nullable
    RuleTable table(String key) {
        Map<?, ?> values = take(key, Map.class, "a table", findings.notation().newTable(at(key)));
        if (values == null) {
            return null;
        }
        RuleTable table = child(at(key), values);
        tables.put(key, table);
        return table;
    }

    /** The tables of a list; none where there is no such key. */
    List<RuleTable> tables(String key) {
        String example = findings.notation().newTables(at(key));
        List<Map<?, ?>> items = items(key, "table", example, item -> item instanceof Map<?, ?> map ? map : null);
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
        asked.add(key);
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
}
