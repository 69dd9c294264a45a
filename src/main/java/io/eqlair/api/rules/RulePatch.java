package io.eqlair.api.rules;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleOverlay;
import io.eqlair.rule.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body that sets something for a rule: {@code {"enabled": false}}. A member that is null is left to the rule's file again. */
final class RulePatch {

    private static final String MEMBERS = "`enabled`, `severity` and `risk_score`";
    private static final String EXAMPLE = "{\"enabled\": false, \"severity\": \"high\", \"risk_score\": 73}";
    private static final int LONGEST_QUOTE = 60;

    private final JsonNode body;

    private RulePatch(JsonNode body) {
        this.body = body;
    }

    /** Reads a body; {@link ApiProblem} says what is wrong with it. */
    static RulePatch of(byte[] json, JsonMapper mapper) {
        JsonNode body = tree(json, mapper);
        if (!body.isObject() || body.isEmpty()) {
            throw refused(Problem.RULE_PATCH_EMPTY, EXAMPLE);
        }
        RulePatch patch = new RulePatch(body);
        RuleOverlay unused = patch.over(RuleOverlay.NONE);
        return patch;
    }

    private static JsonNode tree(byte[] json, JsonMapper mapper) {
        try {
            return mapper.readTree(json);
        } catch (JacksonException malformed) {
            throw refused(Problem.RULE_PATCH_EMPTY, EXAMPLE);
        }
    }

    /** What is set for the rule then. */
    RuleOverlay over(RuleOverlay before) {
        RuleOverlay after = before;
        for (var member : body.properties()) {
            JsonNode value = member.getValue();
            after = switch (member.getKey()) {
                case "enabled" -> new RuleOverlay(flag(value), after.severity(), after.riskScore());
                case "severity" -> new RuleOverlay(after.enabled(), severity(value), after.riskScore());
                case "risk_score" -> new RuleOverlay(after.enabled(), after.severity(), risk(value));
                default -> throw refused(Problem.MEMBER_UNKNOWN, member.getKey(), MEMBERS);
            };
        }
        return after;
    }

    /** Whether it says that the rule runs. */
    boolean switchesOn() {
        return body.path("enabled").asBoolean(false);
    }

    private static @Nullable Boolean flag(JsonNode value) {
        expect(value.isNull() || value.isBoolean(), "enabled", value, "`true`, `false` or null");
        return value.isNull() ? null : value.booleanValue();
    }

    private static @Nullable Severity severity(JsonNode value) {
        Severity severity =
                value.isString() ? Severity.parse(value.stringValue()).orElse(null) : null;
        expect(value.isNull() || severity != null, "severity", value, "`low`, `medium`, `high`, `critical` or null");
        return severity;
    }

    private static @Nullable Integer risk(JsonNode value) {
        boolean whole = value.isInt() && value.intValue() >= 0 && value.intValue() <= Rule.MOST_RISK;
        expect(value.isNull() || whole, "risk_score", value, "a whole number from 0 to 100, or null");
        return value.isNull() ? null : value.intValue();
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
