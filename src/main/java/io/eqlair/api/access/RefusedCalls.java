package io.eqlair.api.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the calls that were refused, and says so in the log, at most once a minute for each reason. Thread-safe. */
public final class RefusedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedCalls.class);
    private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

    /** Why a call was refused. */
    enum Reason {
        UNAUTHENTICATED,
        FORBIDDEN,
        RATE_LIMITED
    }

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);
    private final Map<Reason, AtomicLong> told = new EnumMap<>(Reason.class);

    public RefusedCalls(MeterRegistry registry) {
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder("eqlair.requests.refused")
                            .description("Calls that were refused before anything of them was done")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
            told.put(reason, new AtomicLong(System.nanoTime() - BETWEEN));
        }
    }

    /** Counts a call; of what it presented nothing is told, since that may be a secret, in the wrong place even. */
    void add(Reason reason, HttpServletRequest request, String code) {
        Counter counter = counter(reason);
        counter.increment();
        AtomicLong last = told(reason);
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= BETWEEN && last.compareAndSet(before, now)) {
            LOG.warn(
                    "{} {} from {} was refused: {}. So far {} calls were refused as {}.",
                    request.getMethod(),
                    request.getRequestURI(),
                    request.getRemoteAddr(),
                    code,
                    (long) counter.count(),
                    reason.name().toLowerCase(Locale.ROOT));
        }
    }

    private Counter counter(Reason reason) {
        return Objects.requireNonNull(counters.get(reason));
    }

    private AtomicLong told(Reason reason) {
        return Objects.requireNonNull(told.get(reason));
    }
}
