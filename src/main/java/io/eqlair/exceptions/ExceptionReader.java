package io.eqlair.exceptions;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody says in an exception, and finds all that is wrong with it at once. */
public final class ExceptionReader {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> SAID =
            Set.of("name", "comment", "rules", "lists", "step", "os_types", "enabled", "expires_at", "entries");

    /** What the API shows besides: who changes what was shown need not take it out. */
    private static final Set<String> SHOWN =
            Set.of("id", "origin", "created_at", "updated_at", "eql", "state", "hits", "last_hit", "findings");

    private static final Set<String> MEMBERS =
            Stream.concat(SAID.stream(), SHOWN.stream()).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OS_TYPES = Set.of("linux", "macos", "windows");

    private final ExceptionLimits limits;

    public ExceptionReader(ExceptionLimits limits) {
        this.limits = limits;
    }

    /** What came of reading an exception. */
    sealed interface Result {

        /** It is in order. */
        record Read(ExceptionTerms terms, JsonNode tree) implements Result {}

        /** It is not. */
        record Wrong(List<ExceptionFinding> findings) implements Result {}
    }

    /**
     * Reads an exception.
     *
     * @param lists the ids of the value lists that there are
     */
    Result read(byte[] json, Set<String> lists) {
        try {
            return read(JSON.readTree(json), lists);
        } catch (JacksonException e) {
            return new Result.Wrong(
                    List.of(ExceptionFinding.of("", Problem.EXCEPTION_NOT_JSON, e.getOriginalMessage())));
        }
    }

    Result read(JsonNode tree, Set<String> lists) {
        if (!tree.isObject()) {
            return new Result.Wrong(
                    List.of(ExceptionFinding.of("", Problem.EXCEPTION_NOT_JSON, JsonNotes.described(tree))));
        }
        JsonNotes notes = new JsonNotes(limits);
        notes.checkMembers("", tree, MEMBERS);
        ExceptionTerms terms = terms(tree, notes, lists);
        return notes.findings().isEmpty() && terms != null
                ? new Result.Read(terms, tree)
                : new Result.Wrong(notes.findings());
    }

    private @Nullable ExceptionTerms terms(JsonNode tree, JsonNotes notes, Set<String> lists) {
        String name = notes.text("name", tree.get("name"), "\"backup agent\"");
        String comment = notes.optionalText("comment", tree.get("comment"), limits.comment());
        Scope scope = scope(tree, notes);
        Integer step = step(tree.get("step"), notes);
        List<String> osTypes = osTypes(tree.get("os_types"), notes);
        boolean enabled = enabled(tree.get("enabled"), notes);
        Instant expiresAt = time("expires_at", tree.get("expires_at"), notes);
        List<Entry> entries = new EntryReader(notes, limits, lists).entries("entries", tree.get("entries"), 0);
        return name == null
                ? null
                : new ExceptionTerms(name, comment, scope, step, osTypes, enabled, expiresAt, entries);
    }

    /** That an exception is for all rules must be said: what was forgotten must not switch off everything. */
    private static Scope scope(JsonNode tree, JsonNotes notes) {
        JsonNode rules = tree.get("rules");
        List<String> lists = notes.texts("lists", tree.get("lists"), "a list of the ids of exception lists");
        if (rules != null && rules.isString()) {
            if (!rules.stringValue().equals("all")) {
                notes.noteType("rules", rules, "a list of the ids of rules, or `all`");
            } else if (!lists.isEmpty()) {
                notes.note("lists", Problem.EXCEPTION_SCOPE_TWICE);
            }
            return new Scope.AllRules();
        }
        List<RuleId> ids = ids(notes.texts("rules", rules, "a list of the ids of rules, or `all`"), notes);
        if (lists.isEmpty() && (rules == null || rules.isNull() || (rules.isArray() && rules.isEmpty()))) {
            notes.note("rules", Problem.EXCEPTION_FOR_NOTHING);
        }
        return new Scope.Some(ids, lists);
    }

    private static List<RuleId> ids(List<String> texts, JsonNotes notes) {
        List<RuleId> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            RuleId id = RuleId.parse(texts.get(i)).orElse(null);
            if (id == null) {
                notes.note("rules[" + i + "]", Problem.EXCEPTION_RULE_ID, "rules[" + i + "]", texts.get(i));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private static @Nullable Integer step(@Nullable JsonNode node, JsonNotes notes) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            notes.noteType("step", node, "a whole number from 0, the number of an item");
            return null;
        }
        return node.intValue();
    }

    private static List<String> osTypes(@Nullable JsonNode node, JsonNotes notes) {
        List<String> types = notes.texts("os_types", node, "a list of `linux`, `macos` and `windows`");
        for (int i = 0; node != null && i < types.size(); i++) {
            if (!OS_TYPES.contains(types.get(i))) {
                notes.noteType("os_types[" + i + "]", node.get(i), "`linux`, `macos` or `windows`");
            }
        }
        return types;
    }

    private static boolean enabled(@Nullable JsonNode node, JsonNotes notes) {
        if (node != null && !node.isBoolean() && !node.isNull()) {
            notes.noteType("enabled", node, "`true` or `false`");
        }
        return node == null || !node.isBoolean() || node.booleanValue();
    }

    static @Nullable Instant time(String path, @Nullable JsonNode node, JsonNotes notes) {
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.asString("")).toInstant();
        } catch (DateTimeException none) {
            notes.noteType(path, node, "a time such as `2027-01-01T00:00:00Z`");
            return null;
        }
    }
}
