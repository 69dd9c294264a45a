package io.eqlair.cli;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.CheckedRule;
import io.eqlair.problem.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says why a case failed: how many alerts there were and, where there were none, a first idea of what is missing. */
final class CaseFailure {

    /** More would not be read. */
    private static final int MOST_FIELDS = 5;

    private CaseFailure() {}

    static String text(TestCase testCase, long found, RuleCatalog rule) {
        String expected = alerts(testCase.alerts());
        if (found > 0) {
            return Problem.CASE_ALERTS.text(expected, found);
        }
        String missing = missingFields(testCase, rule);
        return missing.isEmpty()
                ? Problem.CASE_NO_ALERT.text(expected, testCase.ruleId())
                : Problem.CASE_NO_ALERT_FIELDS.text(expected, missing);
    }

    private static String alerts(int count) {
        return switch (count) {
            case 0 -> "no alert";
            case 1 -> "1 alert";
            default -> count + " alerts";
        };
    }

    /** Fields that the rule reads and no event has; empty where there are none. */
    private static String missingFields(TestCase testCase, RuleCatalog rule) {
        CheckedRule checked = rule.rules().rules().getFirst().checked();
        Set<String> missing = new TreeSet<>(checked.query().fields());
        missing.add(checked.definition().roles().category());
        missing.removeAll(EventFields.of(testCase.events()));
        return missing.stream()
                .limit(MOST_FIELDS)
                .map(field -> "`" + field + "`")
                .collect(Collectors.joining(", "));
    }
}
