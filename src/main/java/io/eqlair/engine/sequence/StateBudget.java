package io.eqlair.engine.sequence;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all pending sequences together cost in memory, and who must go when it is too much. Thread-safe. */
public final class StateBudget {

    private final SequenceLimits limits;
    private final AtomicLong bytes = new AtomicLong();
    private final List<SequenceMatcher> matchers = new CopyOnWriteArrayList<>();

    public StateBudget(SequenceLimits limits) {
        this.limits = limits;
    }

    SequenceLimits limits() {
        return limits;
    }

    /** What is used by all rules, in bytes. */
    public long bytes() {
        return bytes.get();
    }

    void add(SequenceMatcher matcher) {
        matchers.add(matcher);
    }

    void remove(SequenceMatcher matcher) {
        matchers.remove(matcher);
        matcher.account().close();
    }

    /** Forgets the stalest keys of a rule, then of all rules, until both are within their limits. */
    void enforce(SequenceMatcher matcher) {
        boolean evicted = true;
        while (evicted && matcher.account().bytes() > limits.bytesPerRule()) {
            evicted = matcher.evictStalest();
        }
        evicted = true;
        while (evicted && bytes() > limits.bytes()) {
            evicted = matchers.stream()
                    .min(Comparator.comparingLong(SequenceMatcher::stalest))
                    .map(SequenceMatcher::evictStalest)
                    .orElse(false);
        }
    }

    /** What one rule's state costs, and what it lost. */
    public final class Account {

        private final AtomicLong ruleBytes = new AtomicLong();
        private final AtomicLong keys = new AtomicLong();
        private final LongAdder evicted = new LongAdder();
        private final LongAdder late = new LongAdder();
        private volatile boolean closed;

        void addBytes(long more) {
            ruleBytes.addAndGet(more);
            bytes.addAndGet(more);
            if (closed) {
                giveBack();
            }
        }

        /** A session that began before the rule went may still add to its state, which goes with the session. */
        private void close() {
            closed = true;
            giveBack();
        }

        private void giveBack() {
            bytes.addAndGet(-ruleBytes.getAndSet(0));
        }

        void addKeys(int more) {
            keys.addAndGet(more);
        }

        void countEvicted() {
            evicted.increment();
        }

        void countLate() {
            late.increment();
        }

        /** State held, in bytes. */
        public long bytes() {
            return ruleBytes.get();
        }

        /** Join keys held. */
        public long keys() {
            return keys.get();
        }

        /** Join keys that were forgotten to make room. */
        public long evicted() {
            return evicted.sum();
        }

        /** Events that matched an item, and came too late for it. */
        public long late() {
            return late.sum();
        }
    }
}
