package io.eqlair.exceptions;

import io.eqlair.rule.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes exceptions and value lists as JSON, for their files and for whoever asks. */
public final class ExceptionWriter {

    private ExceptionWriter() {}

    /** The content of the file of an exception: what {@link ExceptionReader} reads, and whence it came. */
    static byte[] file(ExceptionItem item) {
        ExceptionTerms terms = item.terms();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", item.id());
        members.put("name", terms.name());
        members.put("comment", terms.comment());
        members.put("rules", rules(terms.scope()));
        members.put("lists", lists(terms.scope()));
        members.put("step", terms.step());
        members.put("os_types", terms.osTypes());
        members.put("enabled", terms.enabled());
        members.put(
                "expires_at",
                terms.expiresAt() == null ? null : terms.expiresAt().toString());
        members.put("origin", item.origin().text());
        members.put("created_at", item.createdAt().toString());
        members.put("updated_at", item.updatedAt().toString());
        members.put("entries", entries(terms.entries()));
        members.values().removeIf(value -> value == null || value.equals(List.of()) || value.equals(""));
        return ExceptionReader.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(members);
    }

    /** The content of the file of a value list. */
    static byte[] file(ValueList list) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", list.id());
        members.put("name", list.name());
        members.put("type", list.type().text());
        members.put("values", list.values());
        return ExceptionReader.JSON.writeValueAsBytes(members);
    }

    /** {@code all}, or the ids of rules. */
    public static Object rules(Scope scope) {
        return switch (scope) {
            case Scope.AllRules all -> "all";
            case Scope.Some some -> some.rules().stream().map(RuleId::value).toList();
        };
    }

    /** The ids of exception lists. */
    public static List<String> lists(Scope scope) {
        return switch (scope) {
            case Scope.AllRules all -> List.of();
            case Scope.Some some -> some.lists();
        };
    }

    /** Entries as they are read. */
    public static List<Object> entries(List<Entry> entries) {
        return entries.stream().map(ExceptionWriter::entry).toList();
    }

    private static Object entry(Entry entry) {
        return switch (entry) {
            case Entry.All(List<Entry> operands) -> Map.of("and", entries(operands));
            case Entry.Any(List<Entry> operands) -> Map.of("or", entries(operands));
            case Entry.Not(Entry operand) -> Map.of("not", entry(operand));
            case Entry.OfField leaf -> leaf(leaf);
        };
    }

    private static Object leaf(Entry.OfField leaf) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("field", leaf.field());
        members.put("operator", leaf.operator().text());
        switch (leaf.operator().takes()) {
            case NOTHING -> {}
            case ONE, LIST -> members.put("value", leaf.values().getFirst());
            case SEVERAL, PATTERNS, NETWORKS -> members.put("value", leaf.values());
        }
        return members;
    }
}
