package io.eqlair.alert;

import io.eqlair.event.Event;
import io.eqlair.event.StoredEvent;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleOverrides;
import io.eqlair.rule.RuleOverrides.SeverityMapping;
import io.eqlair.rule.Severity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an alert takes from its events instead of from its rule, as Kibana does it: of the severities that the events' values
 * stand for the highest, of the numbers in the field of a risk score the highest from 0 to 100, and a field's text for a
 * name. Each field is that of the last event that has it.
 */
final class EventOverrides {

    private final Rule rule;
    private final RuleOverrides overrides;

    /** What the last event that has a field has in it, by field. */
    private final Map<String, List<Object>> values = new HashMap<>();

    /**
     * What the events of an alert say instead of their rule.
     *
     * @param readers makes what reads the fields of overrides; asked only if there are any
     */
    EventOverrides(Rule rule, List<StoredEvent> events, Function<RuleOverrides, StoredFields> readers) {
        this.rule = rule;
        this.overrides = rule.overrides();
        if (!overrides.isEmpty()) {
            read(events, readers.apply(overrides));
        }
    }

    private void read(List<StoredEvent> events, StoredFields fields) {
        Set<String> names = fields(overrides);
        for (Event event : events.stream().map(fields::reread).toList()) {
            for (String name : names) {
                List<Object> found = fields.values(name, event);
                if (!found.isEmpty()) {
                    values.put(name, found);
                }
            }
        }
    }

    /** The fields that overrides read. */
    static Set<String> fields(RuleOverrides overrides) {
        Set<String> fields = new LinkedHashSet<>();
        overrides.severity().forEach(mapping -> fields.add(mapping.field()));
        overrides.riskScore().forEach(mapping -> fields.add(mapping.field()));
        Optional.ofNullable(overrides.ruleName()).ifPresent(fields::add);
        return fields;
    }

    Severity severity() {
        return overrides.severity().stream()
                .filter(mapping -> values(mapping.field()).stream().anyMatch(value -> isMeant(mapping, value)))
                .map(SeverityMapping::severity)
                .max(Comparator.naturalOrder())
                .orElse(rule.severity());
    }

    /** A number may be written in more than one way: 73 and 73.0. */
    private static boolean isMeant(SeverityMapping mapping, Object value) {
        Optional<BigDecimal> said = value instanceof Number ? number(mapping.value()) : Optional.empty();
        boolean same = said.isPresent() && number(value).stream().anyMatch(number -> number.compareTo(said.get()) == 0);
        return same || value.toString().equals(mapping.value());
    }

    int riskScore() {
        return overrides.riskScore().stream()
                .limit(1)
                .flatMap(mapping -> values(mapping.field()).stream())
                .flatMap(value -> number(value).stream())
                .mapToDouble(BigDecimal::doubleValue)
                .filter(number -> number >= 0 && number <= Rule.MOST_RISK)
                .max()
                .stream()
                .mapToInt(number -> (int) Math.round(number))
                .findFirst()
                .orElse(rule.riskScore());
    }

    private static Optional<BigDecimal> number(Object value) {
        try {
            return value instanceof Boolean
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(value.toString().strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    String name() {
        return Optional.ofNullable(overrides.ruleName()).stream()
                .flatMap(field -> values(field).stream())
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(Object::toString)
                .findFirst()
                .orElse(rule.name());
    }

    private List<Object> values(String field) {
        return values.getOrDefault(field, List.of());
    }
}
