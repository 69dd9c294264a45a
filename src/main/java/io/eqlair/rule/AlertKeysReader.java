package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleOverrides.RiskScoreMapping;
import io.eqlair.rule.RuleOverrides.SeverityMapping;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the keys that shape a rule's alerts: how bad they are, what they are called, and which are one. */
final class AlertKeysReader {

    private static final List<String> OPERATORS = List.of("equals");
    private static final int MOST_STEPS = 255;
    private static final int MOST_UNITS = 1_000_000;

    private AlertKeysReader() {}

    static RuleOverrides overrides(RuleTable rule) {
        return new RuleOverrides(
                rule.tables("severity_mapping").stream()
                        .map(AlertKeysReader::severityMapping)
                        .toList(),
                rule.tables("risk_score_mapping").stream()
                        .map(AlertKeysReader::riskScoreMapping)
                        .toList(),
                rule.textNotBlank("rule_name_override", "file.name"));
    }

    private static SeverityMapping severityMapping(RuleTable table) {
        table.choice("operator", OPERATORS);
        return new SeverityMapping(
                table.required("field", "event.severity"), table.required("value", "73"), severity(table));
    }

    /** Elastic's own rules have an empty value here: the score is not compared, but taken. */
    private static RiskScoreMapping riskScoreMapping(RuleTable table) {
        table.choice("operator", OPERATORS);
        return new RiskScoreMapping(
                table.required("field", "event.risk_score"),
                table.text("value", ""),
                table.has("risk_score") ? table.number("risk_score", 0, Rule.MOST_RISK, 0) : null);
    }

    /** The severity that a table must have, the rule's own or one that a value stands for. */
    static Severity severity(RuleTable table) {
        String text = table.required("severity", Severity.MEDIUM.text());
        return Severity.parse(text).orElseGet(() -> {
            if (!text.isBlank()) {
                String meant = text.strip().toLowerCase(Locale.ROOT);
                String word = Severity.parse(meant).orElse(Severity.MEDIUM).text();
                table.reject("severity", Problem.RULE_SEVERITY_UNKNOWN, text, word);
            }
            return Severity.MEDIUM;
        });
    }

    static @Nullable AlertSuppression suppression(RuleTable rule) {
        RuleTable table = rule.table("alert_suppression");
        if (table == null) {
            return null;
        }
        RuleTable duration = table.table("duration");
        boolean ofSteps = table.has("group_by_v2");
        return new AlertSuppression(
                ofSteps ? table.texts("group_by") : table.someTexts("group_by", "host.id"),
                table.tables("group_by_v2").stream()
                        .map(AlertKeysReader::stepField)
                        .toList(),
                duration == null ? null : window(duration),
                table.choice("missing_fields_strategy", AlertSuppression.STRATEGIES));
    }

    private static AlertSuppression.StepField stepField(RuleTable table) {
        boolean ofStep = table.has("sequence_index");
        return new AlertSuppression.StepField(
                table.required("field", "process.name"),
                ofStep ? table.number("sequence_index", 0, MOST_STEPS, 0) : null);
    }

    private static AlertSuppression.Window window(RuleTable table) {
        return new AlertSuppression.Window(
                table.requiredNumber("value", 1, MOST_UNITS, 1), table.requiredChoice("unit", AlertSuppression.UNITS));
    }
}
