package io.eqlair.api.alerts;

import io.eqlair.alert.Triage;
import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertFilter;
import io.eqlair.store.AlertPosition;
import io.eqlair.store.AlertSort;
import io.eqlair.store.AlertTriage;
import io.eqlair.store.TriageChange;
import io.eqlair.store.TriageChange.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is said of alerts: {@code {"status": "closed", "note": null}}. What is wrong is an {@link ApiProblem}. */
final class TriageReader {

    private static final String EXAMPLE = "{\"status\": \"closed\", \"disposition\": \"false_positive\"}";
    private static final String BULK_EXAMPLE = "{\"ids\": [\"5c1e…\"], \"status\": \"closed\"}";
    private static final String MEMBERS = "`status`, `disposition`, `assignee` and `note`";
    private static final String BULK_MEMBERS =
            "`ids` or `filter`, `after`, `status`, `disposition`, `assignee` and `note`";
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_ASSIGNEE = 256;
    private static final int LONGEST_NOTE = 10_000;

    /** A member that is there twice would else be taken as it stands last. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String members;
    private final String example;
    private final Map<Field, Optional<String>> values = new EnumMap<>(Field.class);
    private @Nullable List<String> ids;
    private @Nullable AlertFilter filter;
    private @Nullable String after;

    private TriageReader(String members, String example) {
        this.members = members;
        this.example = example;
    }

    /** Reads a change of one alert. */
    static TriageChange one(byte[] json, @Nullable String by) {
        TriageReader reader = new TriageReader(MEMBERS, EXAMPLE);
        reader.tree(json).properties().forEach(member -> reader.value(member.getKey(), member.getValue()));
        return reader.change(by);
    }

    /** Reads a change of several. */
    static BulkTriage several(byte[] json, @Nullable String by) {
        TriageReader reader = new TriageReader(BULK_MEMBERS, BULK_EXAMPLE);
        reader.tree(json).properties().forEach(member -> reader.member(member.getKey(), member.getValue()));
        return reader.bulk(reader.change(by));
    }

    private JsonNode tree(byte[] json) {
        try {
            JsonNode body = JSON.readTree(json);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException malformed) {
            throw refused(Problem.TRIAGE_EMPTY, example);
        }
        throw refused(Problem.TRIAGE_EMPTY, example);
    }

    private TriageChange change(@Nullable String by) {
        if (values.isEmpty()) {
            throw refused(Problem.TRIAGE_EMPTY, example);
        }
        return new TriageChange(values, by);
    }

    private BulkTriage bulk(TriageChange change) {
        if (ids != null && filter == null && after == null) {
            return new BulkTriage.Named(ids, change);
        }
        if (filter != null && ids == null) {
            AlertPosition position = Cursor.read(after, AlertSort.STORED);
            return new BulkTriage.Fitting(filter, position, change);
        }
        String found = ids == null ? "neither" : filter == null ? "`ids` and `after`" : "both";
        throw refused(Problem.TRIAGE_TARGET, found, example);
    }

    private void member(String name, JsonNode value) {
        switch (name) {
            case "ids" -> ids = ids(value);
            case "filter" -> filter = filter(value);
            case "after" -> after = text(name, value, LONGEST_ASSIGNEE);
            default -> value(name, value);
        }
    }

    private void value(String name, JsonNode value) {
        switch (name) {
            case "status" -> values.put(Field.STATUS, Optional.of(status(value)));
            case "disposition" -> put(Field.DISPOSITION, value, TriageReader::disposition);
            case "assignee" -> put(Field.ASSIGNEE, value, text -> text(name, text, LONGEST_ASSIGNEE));
            case "note" -> put(Field.NOTE, value, text -> text(name, text, LONGEST_NOTE));
            default -> throw refused(Problem.MEMBER_UNKNOWN, name, members);
        }
    }

    private void put(Field field, JsonNode value, Function<JsonNode, String> reading) {
        values.put(field, value.isNull() ? Optional.empty() : Optional.of(reading.apply(value)));
    }

    private static String status(JsonNode value) {
        boolean known =
                value.isString() && Triage.Status.parse(value.stringValue()).isPresent();
        expect(known, "status", value, "`open`, `acknowledged` or `closed`");
        return value.stringValue();
    }

    private static String disposition(JsonNode value) {
        boolean known = value.isString()
                && Triage.Disposition.parse(value.stringValue()).isPresent();
        expect(known, "disposition", value, "`true_positive`, `false_positive`, `benign` or null");
        return value.stringValue();
    }

    private static String text(String name, JsonNode value, int longest) {
        boolean fine = value.isString()
                && !value.stringValue().isBlank()
                && value.stringValue().length() <= longest;
        expect(fine, name, value, "a text of 1 to " + longest + " characters");
        return value.stringValue();
    }

    private static List<String> ids(JsonNode value) {
        boolean texts = value.isArray() && value.valueStream().allMatch(JsonNode::isString);
        expect(texts && !value.isEmpty(), "ids", value, "a list of ids of alerts");
        if (value.size() > AlertTriage.MOST_IDS) {
            throw refused(Problem.TRIAGE_TOO_MANY, value.size(), AlertTriage.MOST_IDS);
        }
        return value.valueStream().map(JsonNode::stringValue).toList();
    }

    /** An empty filter would mean every alert, which nobody says by chance alone. */
    private static AlertFilter filter(JsonNode value) {
        expect(value.isObject() && !value.isEmpty(), "filter", value, "an object such as {\"rule\": \"…\"}");
        Map<String, List<String>> given = new HashMap<>();
        value.properties().forEach(member -> {
            String name = member.getKey();
            if (!FilterReader.isField(name) && !FilterReader.NAMES.contains(name)) {
                throw refused(Problem.MEMBER_UNKNOWN, "filter." + name, names());
            }
            given.put(name, texts(name, member.getValue()));
        });
        return FilterReader.read(given);
    }

    private static String names() {
        return FilterReader.NAMES.stream().sorted().collect(Collectors.joining("`, `", "`", "`"))
                + " and fields of events";
    }

    private static List<String> texts(String name, JsonNode value) {
        List<JsonNode> all = value.isArray() ? value.valueStream().toList() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (JsonNode one : all) {
            boolean fine = one.isValueNode()
                    && !one.isNull()
                    && (!one.isString() || !one.stringValue().isEmpty());
            expect(fine, "filter." + name, one, "a text, or a list of some");
            texts.add(one.asString());
        }
        expect(!texts.isEmpty(), "filter." + name, value, "a text, or a list of some");
        return texts;
    }

    private static void expect(boolean given, String name, JsonNode value, String expected) {
        if (!given) {
            throw refused(Problem.MEMBER_TYPE, name, "`" + shortened(value.toString()) + "`", expected);
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
    }

    private static ApiProblem refused(Problem problem, Object... arguments) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, problem, arguments);
    }
}
