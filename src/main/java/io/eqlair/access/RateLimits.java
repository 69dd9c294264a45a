package io.eqlair.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much each key may send: each has a bucket that fills with so many tokens in a second and holds those of one second. A request
 * takes one token, and each of its events another one. How many events a request has is known only when it was taken, so that a
 * bucket may get into debt; the next request waits until that is paid. Over time no key sends more than its rate. Thread-safe.
 */
public final class RateLimits {

    /** Of callers that are remembered; those whose bucket is full need not be. */
    private static final int MANY = 10_000;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Map<String, Limit> limits = new ConcurrentHashMap<>();
    private final @Nullable Integer general;
    private final TimeMeter clock;

    /**
     * Limits by the machine's clock.
     *
     * @param general events in a second for each key that has no limit of its own; null for no limit
     */
    public RateLimits(@Nullable Integer general) {
        this(general, System::nanoTime);
    }

    RateLimits(@Nullable Integer general, LongSupplier nanos) {
        this.general = general;
        this.clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /** A bucket, and how many tokens it holds. */
    private record Limit(Bucket bucket, int rate) {

        static Limit of(int rate, TimeMeter clock) {
            Bucket bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, SECOND))
                    .withCustomTimePrecision(clock)
                    .build();
            return new Limit(bucket, rate);
        }

        boolean isFull() {
            return bucket.getAvailableTokens() >= rate;
        }
    }

    /** Takes the token for a request: 0 where it may enter, else the nanoseconds until it may. */
    public long mayEnter(Caller caller) {
        Limit limit = limit(caller);
        if (limit == null) {
            return 0;
        }
        ConsumptionProbe probe = limit.bucket().tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** Takes the tokens for events that were taken. */
    public void charge(Caller caller, long events) {
        Limit limit = limit(caller);
        if (limit != null && events > 0) {
            long unused = limit.bucket().consumeIgnoringRateLimits(events);
        }
    }

    /** Null where there is none. */
    private @Nullable Limit limit(Caller caller) {
        Integer rate = caller.rateLimit() == null ? general : caller.rateLimit();
        if (rate == null || caller.id() == null) {
            return null;
        }
        Limit known = limits.get(caller.id());
        return known == null ? add(caller.id(), rate) : known;
    }

    private Limit add(String id, int rate) {
        if (limits.size() >= MANY) {
            limits.values().removeIf(Limit::isFull);
        }
        return limits.computeIfAbsent(id, unused -> Limit.of(rate, clock));
    }
}
