package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.RawJson;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.Severity;
import io.eqlair.store.AlertFilter.BuildingBlocks;
import io.eqlair.store.AlertFilter.Term;
import io.eqlair.store.AlertFilter.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts of three rules and filters for them, of few values, so that there are ties and filters that many fit. */
final class RandomAlerts {

    private static final List<RuleFile.Loaded> RULES = List.of(
            rule(
                    1,
                    "[\"OS: Linux\", \"Demo\"]",
                    threat("TA0002", "Execution", "T1059", "Command and Scripting Interpreter")),
            rule(
                    2,
                    "[\"demo\", \"OS: Windows\"]",
                    threat("TA0005", "Defense Evasion", "T1027", "Obfuscated Files")
                            + threat("TA0002", "Execution", "T1204", "User Execution")),
            rule(3, "[]", ""));
    private static final List<String> HOSTS = List.of("web1", "WEB2", "Ärger", "db\\u0000");
    private static final List<String> PROGRAMS = List.of("nc", "NC", "ls", "42");

    /** Values that a filter may ask for: some that there are, some in another case, some that there are not. */
    private static final Map<Term, List<String>> VALUES = Map.of(
            Term.RULE, List.of(id(1), id(2), id(3), id(4)),
            Term.SEVERITY, List.of("low", "medium", "high", "critical"),
            Term.TACTIC, List.of("TA0002", "defense evasion", "TA0040"),
            Term.TECHNIQUE, List.of("t1059", "T1059.004", "User Execution", "T1"),
            Term.TAG, List.of("DEMO", "os: windows", "Demo2"),
            Term.STATUS, List.of("open", "acknowledged", "closed"),
            Term.DISPOSITION, List.of("true_positive", "benign", "none"),
            Term.ASSIGNEE, List.of("ann", "Ann", "none", "b\u0000b"),
            Term.HOST, List.of("WEB1", "web2", "ärger", "db\u0000", "none"));

    private final Random random;
    private int made;

    RandomAlerts(long seed) {
        this.random = new Random(seed);
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static RuleFile.Loaded rule(int number, String tags, String threats) {
        String toml = """
                [rule]
                rule_id = "%s"
                name = "Rule %s"
                description = "A test."
                severity = "low"
                risk_score = 21
                type = "eql"
                tags = %s
                query = 'process where true'
                %s
                """.formatted(id(number), number, tags, threats);
        return (RuleFile.Loaded)
                new RuleFileReader(RuleLimits.DEFAULT).read(toml.getBytes(StandardCharsets.UTF_8), "rule.toml");
    }

    private static String threat(String tactic, String tacticName, String technique, String techniqueName) {
        return """
                [[rule.threat]]
                framework = "MITRE ATT&CK"
                tactic = {id = "%s", name = "%s"}
                technique = [{id = "%s", name = "%s", subtechnique = [{id = "%s.004", name = "Unix Shell"}]}]
                """.formatted(tactic, tacticName, technique, techniqueName, technique);
    }

    /** An alert by itself. */
    RaisedAlert raised() {
        return new RaisedAlert(alert(), null);
    }

    Alert alert() {
        RuleFile.Loaded definition = any(RULES);
        Rule rule = definition.rule();
        List<AlertEvent> events = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            events.add(new AlertEvent("logs", "e" + made, new RawJson(source()), false));
        }
        return new Alert(
                "alert-" + made++,
                time(),
                time(),
                any(List.of("process event on WEB1.", "file event, 100% \\ _sure.", "Ärger.")),
                new AlertRule(
                        rule.id().value(),
                        "An alert",
                        Rule.TYPE,
                        any(List.of(Severity.values())).text(),
                        random.nextInt(4) * 25,
                        rule.text().tags(),
                        List.of(),
                        rule.contentHash()),
                rule.threat(),
                List.of(),
                events,
                List.of(),
                1,
                random.nextInt(4) == 0,
                null,
                Triage.NEW,
                definition);
    }

    private byte[] source() {
        String host = random.nextBoolean() ? "\"host\": {\"name\": \"" + any(HOSTS) + "\"}," : "";
        return """
                {%s "process": {"name": ["%s", "%s"], "pid": %d},
                 "message": "%s"}""".formatted(host, any(PROGRAMS), any(PROGRAMS), 40 + random.nextInt(4), any(PROGRAMS))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Also before 1970, on both sides of a full hour. */
    private Instant time() {
        return Instant.EPOCH.plus(Duration.ofMinutes(30L * (random.nextInt(12) - 6)));
    }

    /** A filter that is sometimes nothing, and mostly fits some. */
    AlertFilter filter() {
        Map<Term, Set<String>> terms = new EnumMap<>(Term.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            Term term = any(List.of(Term.values()));
            terms.put(term, some(VALUES.getOrDefault(term, List.of())));
        }
        Map<String, Set<String>> fields = new HashMap<>();
        if (random.nextInt(3) == 0) {
            fields.put(
                    any(List.of("process.name", "message", "process.pid", "no.such")), some(List.of("nc", "42", "ls")));
        }
        return new AlertFilter(
                terms,
                range(),
                range(),
                any(List.of(BuildingBlocks.values())),
                random.nextInt(4) == 0 ? any(List.of("web1", "% \\ _S", "ÄRGER", "x")) : null,
                fields);
    }

    private TimeRange range() {
        return random.nextInt(4) == 0 ? new TimeRange(bound(), bound()) : TimeRange.ALWAYS;
    }

    private @Nullable Long bound() {
        return random.nextInt(3) == 0 ? null : (Long) AlertRows.nanos(time());
    }

    AlertSort sort() {
        return new AlertSort(any(List.of(AlertSort.Key.values())), random.nextBoolean());
    }

    TriageChange change() {
        Map<TriageChange.Field, Optional<String>> values = new EnumMap<>(TriageChange.Field.class);
        values.put(TriageChange.Field.STATUS, Optional.of(any(List.of("open", "acknowledged", "closed"))));
        if (random.nextBoolean()) {
            values.put(TriageChange.Field.DISPOSITION, perhaps("true_positive", "false_positive", "benign"));
        }
        if (random.nextBoolean()) {
            values.put(TriageChange.Field.ASSIGNEE, perhaps("ann", "bob", "b\u0000b"));
        }
        return new TriageChange(values, "tester");
    }

    private Optional<String> perhaps(String... all) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(any(List.of(all)));
    }

    int number(int below) {
        return random.nextInt(below);
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> Set<T> some(List<T> all) {
        Set<T> some = new HashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            some.add(any(all));
        }
        return some;
    }
}
