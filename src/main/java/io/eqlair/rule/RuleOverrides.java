package io.eqlair.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert takes from its events instead of from its rule.
 *
 * @param severity which values mean which severity; of several that apply the highest counts
 * @param riskScore the fields that hold a risk score; the first one counts
 * @param ruleName the field whose text is the alert's name; null for the rule's own
 */
public record RuleOverrides(
        List<SeverityMapping> severity,
        List<RiskScoreMapping> riskScore,
        @Nullable String ruleName) {

    public RuleOverrides {
        severity = List.copyOf(severity);
        riskScore = List.copyOf(riskScore);
    }

    /** Whether alerts look like their rule. */
    @JsonIgnore
    public boolean isEmpty() {
        return severity.isEmpty() && riskScore.isEmpty() && ruleName == null;
    }

    /** An event whose field has the value makes an alert of the severity. */
    public record SeverityMapping(String field, String value, Severity severity) {}

    /**
     * The number in the field, from 0 to 100, is the alert's risk score.
     *
     * @param value kept for display, as Kibana does; nearly always empty
     * @param riskScore likewise; null where the file has none
     */
    public record RiskScoreMapping(
            String field, String value, @Nullable Integer riskScore) {}
}
