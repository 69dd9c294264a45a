package io.eqlair.api.alerts;

import io.eqlair.alert.Triage;
import io.eqlair.api.http.ApiProblem;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.Severity;
import io.eqlair.store.AlertFilter;
import io.eqlair.store.AlertFilter.BuildingBlocks;
import io.eqlair.store.AlertFilter.Term;
import io.eqlair.store.AlertFilter.TimeRange;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Makes a filter of what a request says, be it in its address or in its body. What cannot be is an {@link ApiProblem}. */
final class FilterReader {

    private static final int MOST_VALUES = 500;
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 500;
    private static final String PREFIX = "field.";

    /** The names that are no fields. */
    static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(Term.values()).map(Term::text),
                    Stream.of("from", "to", "detected_from", "detected_to", "building_block", "text"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, List<String>> given;

    private FilterReader(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Reads a filter; other names without a point are left to others. */
    static AlertFilter read(Map<String, List<String>> given) {
        given.forEach((name, values) -> {
            if (values.size() > MOST_VALUES) {
                throw refused(Problem.PARAMETER_VALUES, name, values.size(), MOST_VALUES);
            }
        });
        return new FilterReader(given).filter();
    }

    /** Whether a name is a field's. */
    static boolean isField(String name) {
        return name.contains(".");
    }

    private AlertFilter filter() {
        return new AlertFilter(
                terms(),
                range("from", "to"),
                range("detected_from", "detected_to"),
                buildingBlocks(),
                Parameters.one(given, "text"),
                fields());
    }

    private Map<Term, Set<String>> terms() {
        Map<Term, Set<String>> terms = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            Set<String> values = given.getOrDefault(term.text(), List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .map(value -> checked(term, value))
                    .collect(Collectors.toSet());
            if (!values.isEmpty()) {
                terms.put(term, values);
            }
        }
        return terms;
    }

    private static String checked(Term term, String value) {
        return switch (term) {
            case RULE ->
                RuleId.parse(value)
                        .orElseThrow(() -> wrong(term, value, "the id of a rule"))
                        .value();
            case SEVERITY ->
                word(term, value, Severity.parse(value).isPresent(), "`low`, `medium`, `high` or `critical`");
            case STATUS ->
                word(term, value, Triage.Status.parse(value).isPresent(), "`open`, `acknowledged` or `closed`");
            case DISPOSITION ->
                word(
                        term,
                        value,
                        value.equals(AlertFilter.NONE)
                                || Triage.Disposition.parse(value).isPresent(),
                        "`true_positive`, `false_positive`, `benign` or `none`");
            case TACTIC, TECHNIQUE, TAG, ASSIGNEE, HOST -> value;
        };
    }

    private static String word(Term term, String value, boolean known, String expected) {
        if (!known) {
            throw wrong(term, value, expected);
        }
        return value;
    }

    private static ApiProblem wrong(Term term, String value, String expected) {
        return refused(Problem.PARAMETER_WORD, term.text(), value, expected);
    }

    private TimeRange range(String from, String to) {
        return new TimeRange(time(from), time(to));
    }

    private @Nullable Long time(String name) {
        String text = Parameters.one(given, name);
        return text == null
                ? null
                : (Long) Timestamps.parse(text).orElseThrow(() -> refused(Problem.PARAMETER_TIME, name, text));
    }

    private BuildingBlocks buildingBlocks() {
        String text = Parameters.one(given, "building_block");
        return text == null
                ? BuildingBlocks.EXCLUDE
                : Arrays.stream(BuildingBlocks.values())
                        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> refused(
                                Problem.PARAMETER_WORD, "building_block", text, "`exclude`, `include` or `only`"));
    }

    private Map<String, Set<String>> fields() {
        Map<String, Set<String>> fields = new HashMap<>();
        given.forEach((name, values) -> {
            if (isField(name)) {
                fields.computeIfAbsent(path(name), path -> new HashSet<>()).addAll(values);
            }
        });
        if (fields.size() > MOST_FIELDS) {
            throw refused(Problem.PARAMETER_FIELDS, fields.size(), MOST_FIELDS);
        }
        return fields;
    }

    private static String path(String name) {
        String path = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        if (path.isEmpty() || path.length() > LONGEST_FIELD) {
            throw refused(Problem.PARAMETER_FIELD, name, LONGEST_FIELD);
        }
        return path;
    }

    private static ApiProblem refused(Problem problem, Object... arguments) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, problem, arguments);
    }
}
