package io.eqlair.engine;

import io.eqlair.engine.sequence.Completed;
import io.eqlair.engine.sequence.SequenceMatcher;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.engine.sequence.Step;
import io.eqlair.engine.sequence.StreamTime;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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

    private static final long NANOS = 1_000_000;

    /** One event of 64 is timed where rules remember something. */
    private static final long TIMED_MASK = 63;

    private final EngineSettings settings;
    private final InstantSource clock;
    private final StateBudget budget;
    private final StreamTime time;
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger batches = new AtomicInteger();

    /** One writes at a time; whoever replaces the rules does not wait for that. */
    private final Object saving = new Object();

    private volatile RunningRules rules;

    public DetectionEngine(RuleSet rules, EngineSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.budget = new StateBudget(settings.sequences());
        this.time = new StreamTime(settings.sequences());
        this.rules = RunningRules.of(rules, reader(rules), settings, budget, clock);
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
        rules = rules.replacedBy(next, reader(next), settings, budget, clock);
    }

    /** A session on the current rules: events in, detections out. */
    public Session session() {
        return new Session(rules);
    }

    /**
     * Writes what the rules remember, atomically: whoever reads the file finds the old content or the new.
     *
     * @param settled done in between; see {@link StateFile#save}
     */
    public void save(Path file, Runnable settled) throws IOException {
        synchronized (saving) {
            StateSnapshot.Position position = new StateSnapshot.Position(time.newest(), arrivals.get());
            StateSnapshot.write(file, position, rules.rules(), settled);
        }
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
        time.restore(position.newest(), now());
        return keys.get();
    }

    /** By the millisecond: an object for each event would be the only one that most events need. */
    private long now() {
        return clock.millis() * NANOS;
    }

    /** What each of the rules costs, in the order of the rules. */
    public List<RuleCost> costs() {
        return rules.costs();
    }

    /** What came of each of the rules so far, in the order of the rules. */
    public List<RuleEvidence> evidence() {
        return rules.evidence();
    }

    /** Whether some event has carried a field, as far as some rule read it at the time. */
    public boolean hasSeen(String field) {
        return rules.tally().hasSeen(field);
    }

    /** How many events were evaluated since the start; those that are under way count once they are done. */
    public long evaluated() {
        return rules.tally().events();
    }

    /** How many fields events have carried, of those that some rule read at the time; it never falls. */
    public int seenFields() {
        return rules.tally().seenFields();
    }

    /** How many conditions have no required term, so that all events of their kind are asked them. */
    public int unindexed() {
        return rules.index().unindexed();
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

    /**
     * A place in the order of arrival. Events of one place come at the same instant, so that those who do not say their time stay
     * behind the events of earlier places.
     *
     * @param firstArrival the number of the first event
     */
    public record Place(long firstArrival, Instant instant) {}

    /** One batch of events and the rules it began with. For one thread; evaluators may work at the same time. */
    public final class Session {

        private final RunningRules rules;
        private final EventReader reader;
        private final int batch;

        private Session(RunningRules rules) {
            this.rules = rules;
            this.batch = batches.incrementAndGet();
            this.reader = rules.reader().inBatch(batch);
        }

        /** Reads the events that {@link #accept} takes. */
        public EventReader reader() {
            return reader;
        }

        /** Keeps a place in the order of arrival for so many events, that are read while others are read elsewhere. */
        public Place reserve(int events) {
            return new Place(arrivals.getAndAdd(events) + 1, clock.instant());
        }

        /** Borrows an evaluator for events of a place that was reserved. To be closed soon. */
        public Evaluator evaluator(Place place) {
            AtomicLong next = new AtomicLong(place.firstArrival());
            return new Evaluator(
                    rules.workspaces(), rules.reader().inBatch(batch, next::getAndIncrement, place::instant));
        }

        /** Borrows an evaluator for events that are read in their order. To be closed soon. */
        public Evaluator evaluator() {
            return new Evaluator(rules.workspaces(), reader);
        }

        /** Shows an event to the rules. What they detect comes in the order of the rules. */
        public List<Detection> accept(Event event) {
            try (Evaluator evaluator = evaluator()) {
                return accept(event.timestamp(), evaluator.evaluate(event));
            }
        }

        /**
         * Goes on with what an evaluator has found: to be called for every event, in the order of the events.
         *
         * @param timestamp of the event, in nanoseconds since 1970
         * @param finding null where the event matches nothing
         */
        public List<Detection> accept(long timestamp, @Nullable Finding finding) {
            long now = now();
            time.observe(timestamp, now);
            List<Detection> detections = new ArrayList<>(0);
            if (finding != null) {
                finding.hits().forEach(hit -> show(hit, finding.event(), detections));
            }
            settle(now, detections);
            return detections;
        }

        /** Whether an event that matches nothing may still bring something about, as time passes with it. */
        public boolean waitsForTime() {
            return !rules.waiting().isEmpty();
        }

        /** Lets time pass with an event that matches nothing, where nothing waits for it: {@link #accept} without detections. */
        public void pass(long timestamp) {
            time.observe(timestamp, now());
        }

        private void show(Finding.Hit hit, StoredEvent event, List<Detection> detections) {
            RunningRule rule = rules.rules().get(hit.rule());
            switch (hit) {
                case Finding.Hit.Whole whole -> {
                    if (rule.give(clock)) {
                        detections.add(
                                new Detection(rule.rule(), List.of(), List.of(new Step(0, event)), whole.clauses()));
                    }
                }
                case Finding.Hit.Items items -> {
                    if (rule.matcher() != null) {
                        add(rule, remember(rule, rule.matcher(), items, event), detections);
                    }
                }
            }
        }

        private List<Completed> remember(
                RunningRule rule, SequenceMatcher matcher, Finding.Hit.Items items, StoredEvent event) {
            if ((event.arrival() & TIMED_MASK) != 0) {
                rule.meter().remembered();
                return matcher.accept(items.keyed(), event, time);
            }
            long start = System.nanoTime();
            List<Completed> completed = matcher.accept(items.keyed(), event, time);
            rule.meter().remembered(System.nanoTime() - start);
            return completed;
        }

        /** What the passing of time detects: events that stayed missing. */
        public List<Detection> tick() {
            List<Detection> detections = new ArrayList<>(0);
            settle(now(), detections);
            for (RunningRule rule : rules.rules()) {
                if (rule.matcher() != null) {
                    add(rule, rule.matcher().clean(time), detections);
                }
            }
            return detections;
        }

        private void settle(long now, List<Detection> detections) {
            for (RunningRule rule : rules.waiting()) {
                if (rule.matcher() != null) {
                    add(rule, rule.matcher().settle(time, now), detections);
                }
            }
        }

        private void add(RunningRule rule, List<Completed> completed, List<Detection> detections) {
            for (Completed one : completed) {
                CompletedRule complete = CompletedRule.of(rule, one, reader);
                if (!complete.isExempt(clock) && rule.give(clock)) {
                    detections.add(complete.detection());
                }
            }
        }
    }
}
