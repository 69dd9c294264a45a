package io.eqlair.store;

import io.eqlair.rule.Severity;
import io.eqlair.store.AlertFilter.Term;
import io.eqlair.store.AlertFilter.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter in SQL, as far as the table of alerts knows what it asks; {@link AlertContent} asks the rest.
 *
 * <pre>
 * severity=high&amp;tag=Linux   building_block = 0 and severity in (:severity) and rule_key in (select rule_key from …)
 * </pre>
 */
final class AlertCondition {

    private final List<String> parts = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    AlertCondition(AlertFilter filter) {
        buildingBlocks(filter.buildingBlocks());
        filter.terms().forEach(this::term);
        range("event_time", filter.eventTime());
        range("detected_at", filter.detectedAt());
    }

    private void buildingBlocks(AlertFilter.BuildingBlocks wanted) {
        switch (wanted) {
            case EXCLUDE -> parts.add("building_block = 0");
            case INCLUDE -> {}
            case ONLY -> parts.add("building_block = 1");
        }
    }

    private void term(Term term, Set<String> values) {
        switch (term) {
            case RULE -> add("rule_id in (:rule)", term, List.copyOf(values));
            case SEVERITY -> add("severity in (:severity)", term, levels(values));
            case TACTIC, TECHNIQUE, TAG -> add(labelled(term), term, folded(values));
            case STATUS -> add("status in (:status)", term, List.copyOf(values));
            case DISPOSITION, ASSIGNEE -> add(orNone(term, values), term, fine(values));
            case HOST -> add("seq in (select seq from alert_hosts where host in (:host))", term, folded(values));
        }
    }

    private static String labelled(Term term) {
        return "rule_key in (select rule_key from alerted_rule_labels where kind = '" + term.text()
                + "' and value in (:" + term.text() + "))";
    }

    private static String orNone(Term term, Set<String> values) {
        String column = term.text();
        String given = column + " in (:" + column + ")";
        return values.contains(AlertFilter.NONE) ? "(" + given + " or " + column + " is null)" : given;
    }

    private void add(String part, Term term, List<?> values) {
        parts.add(part);
        parameters.put(term.text(), values);
    }

    private static List<Integer> levels(Set<String> severities) {
        return severities.stream()
                .map(text -> Severity.parse(text).orElseThrow().level())
                .toList();
    }

    private static List<String> folded(Set<String> values) {
        return values.stream().map(AlertCondition::folded).toList();
    }

    private static List<String> fine(Set<String> values) {
        return values.stream().map(ColumnText::of).toList();
    }

    /** A text as it is kept where case does not matter: its beginning, as an index takes no more. */
    static String folded(String text) {
        return ColumnText.beginning(text.toLowerCase(Locale.ROOT));
    }

    private void range(String column, TimeRange range) {
        bound(column, ">=", range.from(), "from");
        bound(column, "<", range.to(), "to");
    }

    private void bound(String column, String operator, @Nullable Long bound, String name) {
        if (bound != null) {
            parts.add(column + " " + operator + " :" + column + "_" + name);
            parameters.put(column + "_" + name, bound);
        }
    }

    String sql() {
        return String.join(" and ", parts);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
