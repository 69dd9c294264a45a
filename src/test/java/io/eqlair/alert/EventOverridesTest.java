package io.eqlair.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.StoredEvent;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleOverrides;
import io.eqlair.rule.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What alerts take from events: severities and scores that the events say in many ways. */
class EventOverridesTest {
    private static final String RULE = """
            [rule]
            type = "eql"
            rule_id = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11"
            name = "Its own"
            severity = "medium"
            risk_score = 47
            query = "any where true"
            """;
    private static final String OVERRIDES = """
            rule_name_override = "message"

            [[rule.severity_mapping]]
            field = "event.severity"
            value = "73"
            severity = "critical"

            [[rule.severity_mapping]]
            field = "event.severity"
            value = "21"
            severity = "low"

            [[rule.severity_mapping]]
            field = "event.kind"
            value = "alert"
            severity = "high"

            [[rule.risk_score_mapping]]
            field = "event.risk_score"

            [[rule.risk_score_mapping]]
            field = "vendor.score"
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}' | MEDIUM",
                "'{\"event.severity\": 73}' | CRITICAL",
                "'{\"event\": {\"severity\": 73.0}}' | CRITICAL",
                "'{\"event.severity\": \"73\"}' | CRITICAL",
                "'{\"event.severity\": 21}' | LOW",
                "'{\"event.severity\": 22}' | MEDIUM",
                "'{\"event.severity\": true}' | MEDIUM",
                "'{\"event.kind\": \"alert\"}' | HIGH",
                "'{\"event.kind\": \"Alert\"}' | MEDIUM",
                "'{\"event.kind\": [\"event\", \"alert\"]}' | HIGH",
                "'{\"event.kind\": \"alert\", \"event.severity\": 21}' | HIGH",
                "'{\"event.kind\": \"alert\", \"event.severity\": 73}' | CRITICAL"
            })
    void theHighestSeverityThatApplies(String event, Severity severity) {
        assertThat(overrides(event).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}' | 47",
                "'{\"event.risk_score\": 80}' | 80",
                "'{\"event.risk_score\": 0}' | 0",
                "'{\"event.risk_score\": 80.5}' | 81",
                "'{\"event.risk_score\": \" 80 \"}' | 80",
                "'{\"event.risk_score\": [10, 90, 900, -1, \"high\"]}' | 90",
                "'{\"event.risk_score\": 101}' | 47",
                "'{\"event.risk_score\": 1e300}' | 47",
                "'{\"event.risk_score\": true}' | 47",
                "'{\"vendor.score\": 80}' | 47"
            })
    void theNumberInTheFirstField(String event, int score) {
        assertThat(overrides(event).riskScore()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}' | Its own",
                "'{\"message\": \"Malware found\"}' | Malware found",
                "'{\"message\": [\" \", \"a\", \"b\"]}' | a",
                "'{\"message\": 7}' | Its own"
            })
    void theTextInTheField(String event, String name) {
        assertThat(overrides(event).name()).isEqualTo(name);
    }

    @Test
    void theLastEventThatHasTheFieldSaysIt() {
        EventOverrides overrides = overrides(
                "{\"event.severity\": 21, \"message\": \"first\", \"event.risk_score\": 1}",
                "{\"event.severity\": 73, \"message\": \"second\"}",
                "{}");
        assertThat(overrides.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(overrides.name()).isEqualTo("second");
        assertThat(overrides.riskScore()).isEqualTo(1);
    }

    @Test
    void withoutOverridesTheRuleSaysIt() {
        EventOverrides overrides = new EventOverrides(rule(RULE), List.of(), EventOverridesTest::reader);
        assertThat(overrides.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(overrides.riskScore()).isEqualTo(47);
        assertThat(overrides.name()).isEqualTo("Its own");
    }

    private static EventOverrides overrides(String... events) {
        List<StoredEvent> stored = Arrays.stream(events)
                .map(event -> new StoredEvent(event.getBytes(UTF_8), null, null, 0, null, 0, 0))
                .toList();
        return new EventOverrides(rule(RULE + OVERRIDES), stored, EventOverridesTest::reader);
    }

    private static Rule rule(String toml) {
        RuleFile file = new RuleFileReader(RuleLimits.DEFAULT).read(toml.getBytes(UTF_8), "test.toml");
        return ((RuleFile.Loaded) file).rule();
    }

    private static StoredFields reader(RuleOverrides overrides) {
        return new StoredFields(EventOverrides.fields(overrides), InstantSource.fixed(Instant.EPOCH));
    }
}
