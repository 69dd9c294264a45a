package io.eqlair.sink;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.RawJson;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Alerts to be sent. */
final class Alerts {

    static final String RULE_ID = "00000000-0000-4000-8000-00000000000a";

    private static final RuleFile.Loaded DEFINITION = (RuleFile.Loaded) new RuleFileReader(RuleLimits.DEFAULT)
            .read("""
            [rule]
            rule_id = "%s"
            name = "Netcat"
            type = "eql"
            language = "eql"
            description = "d"
            severity = "high"
            risk_score = 73
            query = "process where process.name == \\"nc\\""
            """.formatted(RULE_ID).getBytes(StandardCharsets.UTF_8), "netcat.toml");

    private Alerts() {}

    static Alert alert(String id) {
        return alert(id, "high", false);
    }

    /** Its event came on two lines. */
    static Alert alert(String id, String severity, boolean buildingBlock) {
        Rule rule = DEFINITION.rule();
        Instant now = Instant.now();
        RawJson source = new RawJson("{\"process.name\":\n\"nc\"}".getBytes(StandardCharsets.UTF_8));
        return new Alert(
                id,
                now,
                now,
                "reason",
                new AlertRule(
                        rule.id().value(), "Netcat", Rule.TYPE, severity, 73, List.of(), List.of(), rule.contentHash()),
                List.of(),
                List.of(),
                List.of(new AlertEvent("logs-x", "e-" + id, source, false)),
                List.of(),
                1,
                buildingBlock,
                null,
                Triage.NEW,
                DEFINITION);
    }
}
