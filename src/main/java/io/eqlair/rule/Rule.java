package io.eqlair.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose file was found to be in order: whoever holds one need not check it again. Its query is still text.
 *
 * @param name not blank
 * @param riskScore from 0 to 100
 * @param threat in the order of the file
 * @param suppression null where the file has none
 * @param enabled false when the file says {@code enabled = false}: the rule is shown, and does not run
 * @param buildingBlockType set on rules whose alerts are material for other rules, not for people; nearly always
 *     {@code default}
 * @param other what the file says besides, by its tables; kept and shown, without effect. Immutable to the bottom; holds
 *     strings, numbers, booleans, lists and maps
 * @param contentHash SHA-256 in hexadecimal digits of all that the file says but for {@code enabled}; the order of keys,
 *     comments and line ends make no difference
 */
public record Rule(
        RuleId id,
        String name,
        Severity severity,
        int riskScore,
        RuleQuery query,
        RuleText text,
        List<Threat> threat,
        RuleSchedule schedule,
        RuleOverrides overrides,
        @Nullable AlertSuppression suppression,
        RuleNeeds needs,
        RuleTriage triage,
        RuleMetadata metadata,
        boolean enabled,
        @Nullable String buildingBlockType,
        Map<String, Object> other,
        String contentHash) {

    /** The type of every rule that is run here. */
    public static final String TYPE = "eql";

    /** The highest risk score. */
    public static final int MOST_RISK = 100;

    public Rule {
        threat = List.copyOf(threat);
    }

    /** The same rule, but for whether it runs and how grave it is. */
    Rule with(boolean nowEnabled, Severity nowSeverity, int nowRiskScore) {
        return new Rule(
                id,
                name,
                nowSeverity,
                nowRiskScore,
                query,
                text,
                threat,
                schedule,
                overrides,
                suppression,
                needs,
                triage,
                metadata,
                nowEnabled,
                buildingBlockType,
                other,
                contentHash);
    }
}
