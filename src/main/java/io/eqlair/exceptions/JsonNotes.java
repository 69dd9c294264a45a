package io.eqlair.exceptions;

import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads members of a JSON tree, and notes all that is wrong with them by their paths. For one document. */
final class JsonNotes {

    private final List<ExceptionFinding> findings = new ArrayList<>();
    private final ExceptionLimits limits;

    JsonNotes(ExceptionLimits limits) {
        this.limits = limits;
    }

    List<ExceptionFinding> findings() {
        return List.copyOf(findings);
    }

    /** Notes a problem at a path. */
    void note(String path, Problem problem, Object... arguments) {
        findings.add(ExceptionFinding.of(path, problem, arguments));
    }

    /** Notes that something else stands at a path than is expected there. */
    void noteType(String path, JsonNode found, String expected) {
        note(path, Problem.MEMBER_TYPE, path, described(found), expected);
    }

    /** Notes members that mean nothing. */
    void checkMembers(String path, JsonNode object, Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String listed = "`" + String.join("`, `", new TreeSet<>(known)) + "`";
                note(path + name, Problem.EXCEPTION_MEMBER_UNKNOWN, path + name, listed);
            }
        }
    }

    /** A text that is not blank; null, with a note, where there is none. */
    @Nullable
    String text(String path, @Nullable JsonNode node, String example) {
        if (node == null || node.isNull()) {
            note(path, Problem.EXCEPTION_MEMBER_MISSING, path, example);
            return null;
        }
        if (!node.isString() || node.stringValue().isBlank()) {
            noteType(path, node, "a string that is not blank");
            return null;
        }
        return bounded(path, node.stringValue(), limits.text());
    }

    /** A text that may be left out, and is empty then. */
    String optionalText(String path, @Nullable JsonNode node, int most) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            noteType(path, node, "a string");
            return "";
        }
        return bounded(path, node.stringValue(), most);
    }

    String bounded(String path, String text, int most) {
        if (text.length() > most) {
            note(path, Problem.EXCEPTION_TOO_LONG, path, text.length(), most);
        }
        return text;
    }

    /** Strings that are not blank; none where the list is left out. */
    List<String> texts(String path, @Nullable JsonNode node, String expected) {
        List<String> texts = new ArrayList<>();
        if (node == null || node.isNull()) {
            return texts;
        }
        if (!node.isArray()) {
            noteType(path, node, expected);
            return texts;
        }
        for (int i = 0; i < node.size(); i++) {
            String text = text(path + "[" + i + "]", node.get(i), "\"…\"");
            if (text != null) {
                texts.add(text);
            }
        }
        if (texts.size() > limits.values()) {
            note(path, Problem.EXCEPTION_TOO_MANY_VALUES, path, texts.size(), limits.values());
        }
        return texts;
    }

    /** What stands somewhere, for messages. */
    static String described(JsonNode found) {
        return switch (found.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> found.isEmpty() ? "an empty list" : "a list";
            case STRING -> found.stringValue().length() > 200 ? "a long string" : "`" + found.stringValue() + "`";
            default -> "`" + found + "`";
        };
    }
}
