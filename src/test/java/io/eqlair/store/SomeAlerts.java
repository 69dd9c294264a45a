package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.Alert.MatchedValue;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.RawJson;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts of one rule, as tests of stores need them. */
final class SomeAlerts {

    static final Instant START = Instant.parse("2026-01-15T10:00:00Z");
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final RuleFile.Loaded NETCAT = rule(Path.of("src/test/resources/alert/rules/netcat.toml"));

    private SomeAlerts() {}

    private static RuleFile.Loaded rule(Path file) {
        try {
            return (RuleFile.Loaded)
                    new RuleFileReader(RuleLimits.DEFAULT).read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An alert by itself. */
    static RaisedAlert alone(String id) {
        return new RaisedAlert(alert(id, START, null), null);
    }

    /** An alert of a group, some minutes after the start. */
    static RaisedAlert grouped(String id, String group, long minute) {
        Instant time = START.plus(Duration.ofMinutes(minute));
        Suppression.Term term = new Suppression.Term("host.id", null, group);
        Alert alert = alert(id, time, new Suppression(List.of(term), 0, time, time));
        return new RaisedAlert(alert, new RaisedAlert.Group(group, WINDOW));
    }

    /** An alert of a group of one request, some minutes after the start. */
    static RaisedAlert inRequest(String id, String group, long minute) {
        RaisedAlert grouped = grouped(id, group, minute);
        return new RaisedAlert(grouped.alert(), new RaisedAlert.Group(group, null));
    }

    static Alert alert(String id, Instant time, @Nullable Suppression suppression) {
        Rule rule = NETCAT.rule();
        String source =
                "{ \"process\":{\"name\" : \"nc\"},\"host.name\":[\"web\",\"web\\u0000\"], \"n\": 1.50, \"id\":\"" + id
                        + "\" }";
        return new Alert(
                id,
                time.plusMillis(1),
                time,
                "process event created high alert Netcat.",
                new AlertRule(
                        rule.id().value(),
                        "Netcat on web",
                        Rule.TYPE,
                        "critical",
                        99,
                        rule.text().tags(),
                        rule.text().references(),
                        rule.contentHash()),
                rule.threat(),
                Arrays.asList("a", null, 7L, 1.5, true),
                List.of(new AlertEvent(null, "e" + id, new RawJson(source.getBytes(StandardCharsets.UTF_8)), false)),
                List.of(new MatchedValue(0, "process.name", "nc", "process.name == \"nc\"")),
                2,
                true,
                suppression,
                Triage.NEW,
                NETCAT);
    }
}
