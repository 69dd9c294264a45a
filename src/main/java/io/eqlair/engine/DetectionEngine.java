package io.eqlair.engine;

import io.eqlair.engine.Detection.MatchedClause;
import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.sequence.Completed;
import io.eqlair.engine.sequence.SequenceMatcher;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.engine.sequence.Step;
import io.eqlair.engine.sequence.StreamTime;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Shows events to rules. Thread-safe; the rules can be replaced while events flow.
 *
 * <p>Whoever owns an engine calls {@link Session#tick} about once a second: what time alone decides must be decided when no
 * events come.
 */
public final class DetectionEngine {

    private final EngineSettings settings;
    private final InstantSource clock;
    private final StateBudget budget;
    private final StreamTime time;
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger batches = new AtomicInteger();
    private volatile RunningRules rules;

    public DetectionEngine(RuleSet rules, EngineSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.budget = new StateBudget(settings.sequences());
        this.time = new StreamTime(settings.sequences());
        this.rules = RunningRules.of(rules, reader(rules), settings.sequences(), budget);
    }

    private EventReader reader(RuleSet set) {
        return new EventReader(set.table(), settings.roles(), settings.limits(), clock, arrivals::incrementAndGet);
    }

    /** The rules that new sessions are shown. */
    public RuleSet rules() {
        return rules.set();
    }

    /**
     * Puts another set of rules in place. Sessions that are under way finish on theirs; what rules of unchanged content
     * remember stays.
     */
    public synchronized void replace(RuleSet next) {
        rules = rules.replacedBy(next, reader(next), settings.sequences(), budget);
    }

    /** A session on the current rules: events in, detections out. */
    public Session session() {
        return new Session(rules);
    }

    /** Writes what the rules remember, atomically: whoever reads the file finds the old content or the new. */
    public synchronized void save(Path file) throws IOException {
        StateSnapshot.Position position = new StateSnapshot.Position(time.newest(), arrivals.get());
        StateSnapshot.write(file, position, rules.rules());
    }

    /**
     * Goes on with what was saved, for rules whose content is unchanged. To be called before the first event.
     *
     * @return how many join keys were restored
     * @throws IOException when the file is damaged; nothing is restored then
     */
    public synchronized int restore(Path file) throws IOException {
        StateSnapshot.check(file);
        AtomicInteger keys = new AtomicInteger();
        StateSnapshot.Position position = StateSnapshot.read(file, rules.rules(), keys);
        arrivals.accumulateAndGet(position.arrivals(), Math::max);
        time.restore(position.newest(), clock.instant());
        return keys.get();
    }

    /** What all pending sequences cost in memory. */
    public StateBudget budget() {
        return budget;
    }

    /** What a rule remembers; null for a rule of single events, or one that is not there. */
    public @Nullable PendingSequences pending(String ruleId) {
        RunningRule rule = rules.find(ruleId);
        return rule != null && rule.matcher() != null && rule.rule().body() instanceof CompiledRule.Body.Several several
                ? new PendingSequences(rule.rule(), several, rule.matcher())
                : null;
    }

    /** What all rules remember. */
    public List<StateBudget.Account> accounts() {
        return rules.rules().stream()
                .map(RunningRule::matcher)
                .filter(Objects::nonNull)
                .map(SequenceMatcher::account)
                .toList();
    }

    /** The newest timestamp that moved the stream, in nanoseconds since 1970; {@link Long#MIN_VALUE} before any. */
    public long newest() {
        return time.newest();
    }

    /** One batch of events and the rules it began with. For one thread. */
    public final class Session {

        private final RunningRules rules;
        private final EventReader reader;

        private Session(RunningRules rules) {
            this.rules = rules;
            this.reader = rules.reader().inBatch(batches.incrementAndGet());
        }

        /** Reads the events that {@link #accept} takes. */
        public EventReader reader() {
            return reader;
        }

        /** Shows an event to the rules. What they detect comes in the order of the rules. */
        public List<Detection> accept(Event event) {
            time.observe(event.stored().timestamp(), clock.instant());
            List<Detection> detections = new ArrayList<>();
            for (RunningRule rule : rules.rules()) {
                if (rule.rule().admits(event.stored().index(), settings.strictRouting())) {
                    show(event, rule, detections);
                }
            }
            detections.addAll(settle());
            return detections;
        }

        private void show(Event event, RunningRule rule, List<Detection> detections) {
            switch (rule.rule().body()) {
                case CompiledRule.Body.Single(EventMatcher matcher) -> {
                    if (matcher.matches(event) && rule.give()) {
                        detections.add(single(rule.rule(), matcher, event));
                    }
                }
                case CompiledRule.Body.Several several -> {
                    if (rule.matcher() != null) {
                        add(rule, rule.matcher().accept(event, several.items(), time), detections);
                    }
                }
            }
        }

        /** What the passing of time detects: events that stayed missing. */
        public List<Detection> tick() {
            List<Detection> detections = new ArrayList<>(settle());
            for (RunningRule rule : rules.rules()) {
                if (rule.matcher() != null) {
                    add(rule, rule.matcher().clean(time), detections);
                }
            }
            return detections;
        }

        private List<Detection> settle() {
            List<Detection> detections = new ArrayList<>(0);
            for (RunningRule rule : rules.waiting()) {
                if (rule.matcher() != null) {
                    add(rule, rule.matcher().settle(time, clock.instant()), detections);
                }
            }
            return detections;
        }

        private void add(RunningRule rule, List<Completed> completed, List<Detection> detections) {
            for (Completed one : completed) {
                if (rule.give()) {
                    detections.add(several(rule, one));
                }
            }
        }

        private Detection several(RunningRule rule, Completed completed) {
            List<Step> steps =
                    rule.matcher() == null ? List.of() : rule.matcher().shape().steps(completed.events());
            List<MatchedClause> matched = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                matched.addAll(evidence(rule.rule(), steps.get(i), i));
            }
            return new Detection(rule.rule(), completed.key().values(), steps, matched);
        }

        /** Reads the event again, because a waiting sequence keeps no more of it than its document. */
        private List<MatchedClause> evidence(CompiledRule rule, Step step, int position) {
            StoredEvent stored = step.event();
            if (stored == null || !(rule.body() instanceof CompiledRule.Body.Several several)) {
                return List.of();
            }
            try {
                Event event = reader.read(stored.source(), Envelope.NONE);
                return clauses(rule, several.items().matcher(step.item()), event, position);
            } catch (EventRejected impossible) {
                throw new IllegalStateException("event was read before: " + stored.id(), impossible);
            }
        }
    }

    private static Detection single(CompiledRule rule, EventMatcher matcher, Event event) {
        return new Detection(rule, List.of(), List.of(new Step(0, event.stored())), clauses(rule, matcher, event, 0));
    }

    private static List<MatchedClause> clauses(CompiledRule rule, EventMatcher matcher, Event event, int position) {
        return matcher.evidence(event).stream()
                .map(evidence -> new MatchedClause(
                        position,
                        evidence.field(),
                        evidence.value(),
                        rule.checked().source().slice(evidence.clause())))
                .toList();
    }
}
