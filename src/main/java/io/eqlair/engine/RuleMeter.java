package io.eqlair.engine;

import java.util.concurrent.atomic.LongAdder;

/** What a rule has had to do since it was loaded. Thread-safe. */
final class RuleMeter {

    private final long eventsBefore;
    private final Samples asked = new Samples();
    private final Samples remembered = new Samples();
    private final LongAdder matches = new LongAdder();

    /** How often something was done, and how long it took in those cases that were timed. */
    private static final class Samples {

        private final LongAdder times = new LongAdder();
        private final LongAdder timed = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private double totalNanos() {
            long count = timed.sum();
            return count == 0 ? 0 : (double) nanos.sum() / count * times.sum();
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
        asked.times.add(times);
        asked.timed.add(timed);
        asked.nanos.add(nanos);
        matches.add(satisfied);
    }

    /** What it remembers was changed. */
    void remembered() {
        remembered.times.increment();
    }

    /** The same, and it was timed. */
    void remembered(long nanos) {
        remembered.times.increment();
        remembered.timed.increment();
        remembered.nanos.add(nanos);
    }

    /** The sum of it. */
    RuleCost cost(String ruleId, double estimate, long events) {
        long since = events - eventsBefore;
        double nanos = asked.totalNanos() + remembered.totalNanos();
        return new RuleCost(ruleId, estimate, since <= 0 ? 0 : nanos / since, since, asked.times.sum(), matches.sum());
    }
}
