package io.eqlair.engine;

import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** An engine with one rule and a clock that is set by hand, for tests that read like a story. */
final class LiveEngine {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    final DetectionEngine engine;

    LiveEngine(String query) {
        this(query, SequenceLimits.DEFAULT);
    }

    LiveEngine(String query, SequenceLimits limits) {
        this(query, limits, EventLimits.DEFAULT);
    }

    LiveEngine(String query, SequenceLimits limits, EventLimits eventLimits) {
        EngineSettings settings = new EngineSettings(EventRoles.ECS, eventLimits, limits, false);
        engine = new DetectionEngine(rules(query), settings, clock::get);
    }

    static RuleSet rules(String query) {
        RuleDefinition definition = new RuleDefinition("rule", query, query, List.of(), EventRoles.ECS);
        return RuleSet.of(List.of(CheckedRule.of(definition, EqlLimits.DEFAULT)), EventRoles.ECS);
    }

    /** Posts events {@code name[@key]} at so many seconds after noon, in one request. */
    List<Detection> post(double seconds, String... names) {
        DetectionEngine.Session session = engine.session();
        List<Detection> detections = new ArrayList<>();
        for (String name : names) {
            detections.addAll(accept(session, json(seconds, name)));
        }
        return detections;
    }

    static List<Detection> accept(DetectionEngine.Session session, String json) {
        try {
            byte[] document = json.getBytes(StandardCharsets.UTF_8);
            return session.accept(session.reader().read(document, Envelope.NONE));
        } catch (EventRejected bad) {
            throw new AssertionError(json, bad);
        }
    }

    static String json(double seconds, String name) {
        String[] parts = name.split("@", 2);
        Instant at = NOW.plusMillis(Math.round(seconds * 1_000));
        return "{\"@timestamp\":\"" + at + "\",\"event\":{\"action\":\"" + parts[0] + "\"},\"user\":{\"name\":\""
                + (parts.length == 1 ? "ann" : parts[1]) + "\"}}";
    }

    /** The clock goes on, and nothing comes. */
    List<Detection> wait(int seconds) {
        clock.updateAndGet(now -> now.plusSeconds(seconds));
        return engine.session().tick();
    }
}
