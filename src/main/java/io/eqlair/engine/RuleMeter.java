package io.eqlair.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What a rule has had to do since it was loaded. Thread-safe. */
final class RuleMeter {

    private final long eventsBefore;
    private final LongAdder candidates = new LongAdder();
    private final LongAdder matches = new LongAdder();
    private final LongAdder detections = new LongAdder();
    private final LongAdder exempted = new LongAdder();

    /** In milliseconds since 1970; 0 before the first. */
    private volatile long lastDetection;

    private final Samples asked = new Samples();
    private final Samples remembered = new Samples();

    /**
     * How long something took altogether, when now and then it is timed. What was not timed is taken to have lasted as long as
     * what is timed next: so a slow beginning, when code is still being compiled, is not held against all that follows.
     */
    private static final class Samples {

        private final LongAdder waiting = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private void add(long times, int timed, long took) {
            waiting.add(times);
            if (timed > 0) {
                nanos.add(Math.round((double) took / timed * waiting.sumThenReset()));
            }
        }
    }

    /**
     * A meter that begins now.
     *
     * @param eventsBefore how many events the engine was shown before
     */
    RuleMeter(long eventsBefore) {
        this.eventsBefore = eventsBefore;
    }

    /** Its conditions were asked. */
    void asked(int times, int satisfied, int timed, long nanos) {
        candidates.add(times);
        matches.add(satisfied);
        asked.add(times, timed, nanos);
    }

    /** What it remembers was changed. */
    void remembered() {
        remembered.add(1, 0, 0);
    }

    /** The same, and it was timed. */
    void remembered(long nanos) {
        remembered.add(1, 1, nanos);
    }

    /** An event matched and was exempt, or a sequence was complete that had such an event. */
    void exempted() {
        exempted.increment();
    }

    /** It was satisfied as a whole; the time is in milliseconds since 1970. */
    void detected(long millis) {
        detections.increment();
        lastDetection = millis;
    }

    /** What it costs. */
    RuleCost cost(RuleDefinition rule, double estimate, long events) {
        long since = since(events);
        double nanos = asked.nanos.sum() + remembered.nanos.sum();
        double measured = since == 0 ? 0 : nanos / since;
        return new RuleCost(rule.id(), rule.contentHash(), estimate, measured, since);
    }

    /** What came of it, given the fields that no event has carried so far. */
    RuleEvidence evidence(String rule, long events, List<String> unseenNeeded, List<String> unseenOptional) {
        long last = lastDetection;
        return new RuleEvidence(
                rule,
                since(events),
                candidates.sum(),
                matches.sum(),
                exempted.sum(),
                detections.sum(),
                last == 0 ? null : Instant.ofEpochMilli(last),
                unseenNeeded,
                unseenOptional);
    }

    private long since(long events) {
        return Math.max(0, events - eventsBefore);
    }
}
