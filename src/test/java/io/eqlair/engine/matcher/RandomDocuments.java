package io.eqlair.engine.matcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Makes documents: the values of each field, and JSON that holds them in one of its many ways. */
public final class RandomDocuments {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Object> VALUES = List.of(
            "a",
            "B",
            "ab",
            "Ab",
            "",
            "1",
            "1.0",
            "true",
            "\u00e9",
            "\u00c9",
            "a*",
            "a\\b",
            "x\ny",
            "s",
            "10.1.2.3",
            "::1",
            "n/a",
            0L,
            1L,
            2L,
            -1L,
            1.0,
            1.5,
            50L,
            250L,
            9007199254740993L,
            9007199254740992.0,
            true,
            false);
    private static final List<Object> TIMES = List.of(
            "2026-11-22T10:00:00Z", "2026-11-22T10:00:00.5Z", "2026-11-22T10:00:00.500000001Z", 1795341600000L, "n/a");

    private final Random random;

    public RandomDocuments(Random random) {
        this.random = random;
    }

    public Map<String, List<Object>> document() {
        Map<String, List<Object>> document = new TreeMap<>();
        for (String field : List.of("s", "t.u", "n", "m.o.p", "flag", "ip")) {
            document.put(field, values(VALUES));
        }
        document.put("@timestamp", values(TIMES));
        document.put("seen", values(TIMES));
        return document;
    }

    private List<Object> values(List<Object> of) {
        int count = random.nextInt(3) == 0 ? random.nextInt(4) : 1;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(of.get(random.nextInt(of.size())));
        }
        return values;
    }

    public String json(Map<String, List<Object>> document) {
        return document.entrySet().stream()
                .map(field -> member(List.of(field.getKey().split("\\.")), field.getValue()))
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** With the rest of the path as objects within each other, or as one dotted key. */
    private String member(List<String> path, List<Object> values) {
        if (path.size() > 1 && random.nextBoolean()) {
            String key = JSON.writeValueAsString(path.getFirst());
            return key + ":" + objects(path.subList(1, path.size()), values);
        }
        if (values.isEmpty() && random.nextInt(4) == 0) {
            return "\"unrelated\":" + random.nextInt();
        }
        return JSON.writeValueAsString(String.join(".", path)) + ":" + array(values);
    }

    /** One object with all values, or an array of objects that share them out. */
    private String objects(List<String> path, List<Object> values) {
        if (values.size() < 2 || random.nextBoolean()) {
            return "{" + member(path, values) + "}";
        }
        return values.stream()
                .map(value -> "{" + member(path, List.of(value)) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String array(List<Object> values) {
        if (values.isEmpty()) {
            return List.of("null", "[]", "[null]", "[[], null]").get(random.nextInt(4));
        }
        if (values.size() == 1 && random.nextInt(3) > 0) {
            return JSON.writeValueAsString(values.getFirst());
        }
        return values.stream()
                .map(value -> random.nextInt(5) == 0
                        ? "[" + JSON.writeValueAsString(value) + ",null]"
                        : JSON.writeValueAsString(value))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
