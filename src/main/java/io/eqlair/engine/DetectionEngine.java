package io.eqlair.engine;

import io.eqlair.engine.Detection.MatchedClause;
import io.eqlair.engine.matcher.Evidence;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Shows events to rules. Thread-safe; the rules can be replaced while events flow. */
public final class DetectionEngine {

    private final EngineSettings settings;
    private final InstantSource clock;
    private final AtomicLong arrivals = new AtomicLong();
    private volatile RuleSet rules;

    public DetectionEngine(RuleSet rules, EngineSettings settings, InstantSource clock) {
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** The rules that new sessions are shown. */
    public RuleSet rules() {
        return rules;
    }

    /** Puts another set of rules in place; sessions that are under way finish on theirs. */
    public void replace(RuleSet next) {
        rules = next;
    }

    /** A session on the current rules: events in, detections out. */
    public Session session() {
        return new Session(rules);
    }

    /** One batch of events and the rules it began with. For one thread. */
    public final class Session {

        private final RuleSet rules;
        private final EventReader reader;

        private Session(RuleSet rules) {
            this.rules = rules;
            this.reader = new EventReader(
                    rules.table(), settings.roles(), settings.limits(), clock, arrivals::incrementAndGet);
        }

        /** Reads the events that {@link #accept} takes. */
        public EventReader reader() {
            return reader;
        }

        /** Shows an event to the rules. What they detect comes in the order of the rules. */
        public List<Detection> accept(Event event) {
            List<Detection> detections = new ArrayList<>();
            for (CompiledRule rule : rules.rules()) {
                if (rule.admits(event.stored().index(), settings.strictRouting())
                        && rule.matcher().matches(event)) {
                    detections.add(detection(rule, event));
                }
            }
            return detections;
        }
    }

    private static Detection detection(CompiledRule rule, Event event) {
        List<MatchedClause> matched = rule.matcher().evidence(event).stream()
                .map(evidence -> clause(rule, evidence))
                .toList();
        return new Detection(rule, List.of(), List.of(event.stored()), matched);
    }

    private static MatchedClause clause(CompiledRule rule, Evidence evidence) {
        return new MatchedClause(
                0, evidence.field(), evidence.value(), rule.source().slice(evidence.clause()));
    }
}
