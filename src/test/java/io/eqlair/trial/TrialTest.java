package io.eqlair.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.Alert;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.EngineSettings;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.body.Body;
import io.eqlair.repository.RuleBundle;
import io.eqlair.rule.RuleLimits;
import io.eqlair.store.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How time goes in a trial. */
class TrialTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String FOLLOWED = "sequence with maxspan=1m [a where true] ![b where true] [c where true]";
    private static final String SILENCE = "sequence with maxspan=1m [a where true] ![b where true]";

    private final List<Alert> alerts = new ArrayList<>();

    /** Long ago, now, and in a future that live events could not come from. */
    @ParameterizedTest
    @ValueSource(strings = {"1971", "2026", "2099"})
    void timeIsThatOfTheEventsWheneverTheyWere(String year) throws IOException {
        Trial trial = trial(SILENCE);
        trial.take(body(event("a", year + "-01-01T00:00:00Z"), event("x", year + "-01-01T00:02:00Z")), Envelope.NONE);
        assertThat(alerts).hasSize(1);
    }

    @Test
    void theEndDecidesWhatWaits() throws IOException {
        Trial trial = trial(SILENCE);
        trial.take(body(event("a", "2026-01-01T00:00:00Z")), Envelope.NONE);
        assertThat(alerts).isEmpty();
        trial.end();
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().detectedAt()).isEqualTo(NOW);
    }

    /** Such a leap does not move the stream before another event agrees, and none comes. */
    @Test
    void theEndDecidesEvenWhatIsFarAhead() throws IOException {
        Trial trial = trial(SILENCE);
        trial.take(body(event("x", "2026-01-01T00:00:00Z"), event("a", "2038-01-01T00:00:00Z")), Envelope.NONE);
        trial.end();
        assertThat(alerts).hasSize(1);
    }

    @Test
    void whatComesALittleLateIsPutInItsPlace() throws IOException {
        Trial trial = trial(FOLLOWED);
        trial.take(
                body(
                        event("a", "2026-01-01T00:00:00Z"),
                        event("c", "2026-01-01T00:00:20Z"),
                        event("b", "2026-01-01T00:00:10Z")),
                Envelope.NONE);
        trial.end();
        assertThat(alerts).isEmpty();
    }

    @Test
    void bodiesFollowEachOther() throws IOException {
        Trial trial = trial(FOLLOWED);
        trial.take(body(event("a", "2026-01-01T00:00:00Z")), Envelope.NONE);
        trial.take(body(event("c", "2026-01-01T00:00:20Z")), Envelope.NONE);
        trial.end();
        assertThat(alerts).hasSize(1);
        assertThat(trial.evaluated()).isEqualTo(2);
    }

    private void note(Outcome outcome) {
        if (outcome instanceof Outcome.Stored(Alert alert)) {
            alerts.add(alert);
        }
    }

    private Trial trial(String query) {
        String file = """
                [rule]
                rule_id = "00000000-0000-4000-8000-000000000001"
                name = "Tried"
                description = "For a test."
                severity = "low"
                risk_score = 1
                type = "eql"
                query = '''%s'''
                """.formatted(query);
        RuleCatalog catalog = RuleCatalog.of(
                new RuleBundle(RuleLimits.DEFAULT).read("rule", file.getBytes(StandardCharsets.UTF_8)),
                EqlLimits.DEFAULT);
        TrialSettings settings = new TrialSettings(
                EngineSettings.DEFAULT, new IngestLimits(10_000, 1_000, 100, 10, 10), new EvaluationThreads(0));
        return new Trial(catalog, settings, InstantSource.fixed(NOW), this::note);
    }

    private static String event(String category, String time) {
        return "{\"event.category\":\"" + category + "\",\"@timestamp\":\"" + time + "\"}";
    }

    private static Body body(String... events) {
        byte[] bytes = String.join("\n", events).getBytes(StandardCharsets.UTF_8);
        return new Body(new ByteArrayInputStream(bytes), bytes.length, null);
    }
}
