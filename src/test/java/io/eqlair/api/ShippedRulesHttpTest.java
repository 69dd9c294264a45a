package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.api.http.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the two shipped rules find and what they leave alone; the cases are in {@code api/shipped-rules.ndjson}. */
class ShippedRulesHttpTest extends HttpTest {

    static Stream<Arguments> cases() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/api/shipped-rules.ndjson"));
        return lines.stream().map(JsonMapper.shared()::readTree).map(ShippedRulesHttpTest::arguments);
    }

    private static Arguments arguments(JsonNode line) {
        List<String> rules = line.get("fires").isNull()
                ? List.of()
                : List.of(line.get("fires").asString());
        return Arguments.of(line.get("case").asString(), line.get("event").toString(), rules);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theRightRuleFires(String name, String event, List<String> rules) {
        assertThat(events(event))
                .as(name)
                .firesRules(rules.toArray(String[]::new))
                .hasErrors();
    }

    @Test
    void theExamplesDoWhatTheyPromise() {
        assertThat(events(Examples.LINUX_RULE_FIRES)).firesRules("Established via Netcat");
        assertThat(events(Examples.CONTAINER_RULE_FIRES)).firesRules("Defend for Containers");
        assertThat(events(Examples.NOTHING_FIRES)).firesNothing().hasAccepted(1, 0);
        assertThat(events(Examples.NDJSON_BATCH))
                .firesRules("Established via Netcat")
                .hasErrors("1 event_not_json");
    }

    @Test
    void anAlertSaysAllAboutItsRule() {
        assertThat(events(Examples.LINUX_RULE_FIRES))
                .has("/alerts/0/rule/id", "adb961e0-cb74-42a0-af9e-29fc41f88f5f")
                .has("/alerts/0/rule/severity", "medium")
                .has("/alerts/0/rule/risk_score", 47)
                .has("/alerts/0/threat/0/tactic/id", "TA0002")
                .has("/alerts/0/threat/0/technique/0/subtechnique/0/id", "T1059.004")
                .has("/alerts/0/event_time", "2026-01-15T09:30:00Z")
                .has("/alerts/0/matched/4/value", "-nlvp");
    }

    @Test
    void theSameEventMakesTheSameAlert() {
        String first = events(Examples.LINUX_RULE_FIRES).at("/alerts/0/id").asString();
        String second = events(Examples.LINUX_RULE_FIRES).at("/alerts/0/id").asString();
        assertThat(second).hasSize(32).isEqualTo(first);
    }
}
