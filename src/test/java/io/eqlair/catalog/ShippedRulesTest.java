package io.eqlair.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.repository.RuleLoad;
import io.eqlair.repository.RuleLocations;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleMetadata;
import io.eqlair.rule.RuleSchedule;
import io.eqlair.rule.Severity;
import io.eqlair.rule.Threat;
import io.eqlair.rule.Threat.Subtechnique;
import io.eqlair.rule.Threat.Tactic;
import io.eqlair.rule.Threat.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two rules in the jar, by the facts that people who know them rely on. */
class ShippedRulesTest {
    private static final String LINUX = "adb961e0-cb74-42a0-af9e-29fc41f88f5f";
    private static final String CONTAINER = "a52a9439-d52c-401c-be37-2785235c6547";

    @Test
    void theIndexListsEveryShippedFile() throws IOException {
        Path root = Path.of("src/main/resources/rules");
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".toml"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(root.resolve("index.txt"))).isEqualTo(names);
        }
    }

    @Test
    void bothRulesAreLoadedAndNothingElse() {
        assertThat(load().skipped()).isEmpty();
        assertThat(load().files())
                .extracting(file -> ((RuleFile.Loaded) file).rule().id().toString())
                .containsExactly(CONTAINER, LINUX);
    }

    @Test
    void theLinuxRuleHasItsFacts() {
        Rule rule = rule(LINUX);
        assertThat(rule.name()).isEqualTo("File Transfer or Listener Established via Netcat");
        assertThat(rule.query().index())
                .containsExactly(
                        "auditbeat-*",
                        "endgame-*",
                        "logs-auditd_manager.auditd-*",
                        "logs-crowdstrike.fdr*",
                        "logs-endpoint.events.process*",
                        "logs-sentinel_one_cloud_funnel.*");
        assertThat(rule.schedule()).isEqualTo(new RuleSchedule("now-9m", "now", "5m", 100));
        assertThat(rule.metadata())
                .isEqualTo(new RuleMetadata(
                        "2020/02/18",
                        "2026/03/24",
                        null,
                        "production",
                        List.of("endpoint", "auditd_manager", "crowdstrike", "sentinel_one_cloud_funnel"),
                        null,
                        null));
        assertThat(rule.text().tags()).hasSize(10).startsWith("Domain: Endpoint", "OS: Linux");
        assertThat(rule.text().references()).hasSize(6).contains("https://en.wikipedia.org/wiki/Netcat");
    }

    @Test
    void theContainerRuleHasItsFacts() {
        Rule rule = rule(CONTAINER);
        assertThat(rule.name()).isEqualTo("Netcat File Transfer or Listener Detected via Defend for Containers");
        assertThat(rule.query().index()).containsExactly("logs-cloud_defend.process*");
        assertThat(rule.query().text()).contains("process.interactive == true and container.id like \"*\"");
        assertThat(rule.schedule()).isEqualTo(new RuleSchedule("now-6m", "now", "5m", 100));
        assertThat(rule.metadata().minStackVersion()).isEqualTo("9.3.0");
        assertThat(rule.metadata().integration()).containsExactly("cloud_defend");
        assertThat(rule.text().tags()).hasSize(6).contains("Domain: Container");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CONTAINER})
    void eachRuleHasWhatBothShare(String id) {
        Rule rule = rule(id);
        assertThat(rule.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(rule.riskScore()).isEqualTo(47);
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.query().timestampOverride()).isEqualTo("event.ingested");
        assertThat(rule.text().author()).containsExactly("Elastic");
        assertThat(rule.text().license()).isEqualTo("Elastic License v2");
        assertThat(rule.text().falsePositives()).hasSize(1);
        assertThat(rule.text().note()).startsWith("## Triage and analysis");
        assertThat(rule.text().setup()).isNotBlank();
        assertThat(rule.other()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, CONTAINER})
    void eachRuleIsMappedToThreeTactics(String id) {
        assertThat(rule(id).threat())
                .containsExactly(
                        threat(
                                tactic("TA0002", "Execution"),
                                technique(
                                        "T1059",
                                        "Command and Scripting Interpreter",
                                        subtechnique("T1059", "004", "Unix Shell"))),
                        threat(
                                tactic("TA0011", "Command and Control"),
                                technique("T1095", "Non-Application Layer Protocol")),
                        threat(
                                tactic("TA0010", "Exfiltration"),
                                technique(
                                        "T1048",
                                        "Exfiltration Over Alternative Protocol",
                                        subtechnique(
                                                "T1048", "003", "Exfiltration Over Unencrypted Non-C2 Protocol"))));
    }

    private static RuleLoad load() {
        return new RuleLocations(List.of("classpath:rules/"), RuleLimits.DEFAULT).load();
    }

    private static Rule rule(String id) {
        return load().files().stream()
                .map(file -> ((RuleFile.Loaded) file).rule())
                .filter(rule -> rule.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Threat threat(Tactic tactic, Technique technique) {
        return new Threat("MITRE ATT&CK", tactic, List.of(technique));
    }

    private static Tactic tactic(String id, String name) {
        return new Tactic(id, name, "https://attack.mitre.org/tactics/" + id + "/");
    }

    private static Technique technique(String id, String name, Subtechnique... subtechniques) {
        return new Technique(id, name, "https://attack.mitre.org/techniques/" + id + "/", List.of(subtechniques));
    }

    private static Subtechnique subtechnique(String technique, String number, String name) {
        String reference = "https://attack.mitre.org/techniques/" + technique + "/" + number + "/";
        return new Subtechnique(technique + "." + number, name, reference);
    }
}
