package io.eqlair.exceptions;

import io.eqlair.eql.pattern.IpAddress;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads value lists, and finds what is wrong with them: of values the first few. */
public final class ListReader {

    private static final int MOST_FINDINGS = 20;
    private static final Set<String> MEMBERS =
            Set.of("id", "name", "type", "values", "size", "state", "findings", "exceptions");

    private final ExceptionLimits limits;

    public ListReader(ExceptionLimits limits) {
        this.limits = limits;
    }

    /** What came of reading a value list. */
    sealed interface Result {

        /** It is in order. */
        record Read(ValueList list) implements Result {}

        /** It is not. */
        record Wrong(List<ExceptionFinding> findings) implements Result {}
    }

    /** Reads values that stand one to a line; blank lines count as nothing. */
    Result lines(String id, String text, ListType type) {
        List<String> values =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<ExceptionFinding> findings = new ArrayList<>();
        checkValues("line ", 1, values, type, findings);
        return result(id, id, type, values, findings);
    }

    /** Reads {@code {"name": …, "type": …, "values": […]}}; without a type it is the usual one. */
    Result json(String id, String text, ListType usual) {
        JsonNode tree;
        try {
            tree = ExceptionReader.JSON.readTree(text);
        } catch (JacksonException e) {
            return wrong(Problem.LIST_NOT_JSON, e.getOriginalMessage());
        }
        if (!tree.isObject()) {
            return wrong(Problem.LIST_NOT_JSON, JsonNotes.described(tree));
        }
        List<ExceptionFinding> findings = new ArrayList<>();
        for (String name : tree.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                findings.add(ExceptionFinding.of(name, Problem.LIST_MEMBER_UNKNOWN, name));
            }
        }
        ListType type = type(tree.get("type"), usual, findings);
        String name = tree.path("name").isString() ? tree.path("name").stringValue() : id;
        List<String> values = texts(tree.path("values"), findings);
        checkValues("values", 0, values, type, findings);
        return result(id, name, type, values, findings);
    }

    private static ListType type(@Nullable JsonNode node, ListType usual, List<ExceptionFinding> findings) {
        String text = node == null ? usual.text() : node.asString("");
        return ListType.parse(text).orElseGet(() -> {
            findings.add(ExceptionFinding.of("type", Problem.LIST_TYPE, text));
            return ListType.KEYWORD;
        });
    }

    private static List<String> texts(JsonNode values, List<ExceptionFinding> findings) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size() && values.isArray(); i++) {
            JsonNode value = values.get(i);
            if (value.isValueNode() && !value.isNull()) {
                texts.add(value.asString());
            } else if (findings.size() < MOST_FINDINGS) {
                String path = "values[" + i + "]";
                findings.add(
                        ExceptionFinding.of(path, Problem.LIST_VALUE, path, JsonNotes.described(value), "a string"));
            }
        }
        return texts;
    }

    private void checkValues(
            String where, int first, List<String> values, ListType type, List<ExceptionFinding> findings) {
        if (values.isEmpty()) {
            findings.add(ExceptionFinding.of("values", Problem.LIST_EMPTY));
        }
        if (values.size() > limits.listValues()) {
            findings.add(
                    ExceptionFinding.of("values", Problem.LIST_TOO_MANY_VALUES, values.size(), limits.listValues()));
            return;
        }
        for (int i = 0; i < values.size() && findings.size() < MOST_FINDINGS; i++) {
            String expected = expected(values.get(i), type);
            if (expected != null) {
                String path = first == 0 ? where + "[" + i + "]" : where + (i + first);
                findings.add(ExceptionFinding.of(path, Problem.LIST_VALUE, path, shortened(values.get(i)), expected));
            }
        }
    }

    /** What a value should be; null where it is that. */
    private @Nullable String expected(String value, ListType type) {
        if (value.length() > limits.text()) {
            return "at most " + limits.text() + " characters";
        }
        return switch (type) {
            case KEYWORD -> null;
            case IP ->
                IpAddress.parse(value) == null ? "an IP address; for networks there is the type `ip_range`" : null;
            case IP_RANGE ->
                AddressRange.parse(value) == null ? "a network (`10.0.0.0/8`) or a range (`10.0.0.1-10.0.0.9`)" : null;
        };
    }

    private static String shortened(String value) {
        return value.length() > 100 ? value.substring(0, 100) + "…" : value;
    }

    private static Result result(
            String id, String name, ListType type, List<String> values, List<ExceptionFinding> findings) {
        return findings.isEmpty()
                ? new Result.Read(new ValueList(id, name, type, List.copyOf(new LinkedHashSet<>(values))))
                : new Result.Wrong(List.copyOf(findings));
    }

    private static Result wrong(Problem problem, Object... arguments) {
        return new Result.Wrong(List.of(ExceptionFinding.of("", problem, arguments)));
    }
}
