package io.eqlair.api.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts requests that were refused, by protocol and reason, and tells of them in the log: not of each, for they come in floods. */
public final class RefusalMeters {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalMeters.class);
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final MeterRegistry registry;
    private final AtomicLong sinceTold = new AtomicLong();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    public RefusalMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts one.
     *
     * @param protocol {@code api}, {@code elasticsearch} or {@code otlp}
     * @param code of the problem
     */
    public void count(String protocol, String code, int status) {
        Counter.builder("eqlair.requests.refused")
                .description("Requests that were refused as a whole")
                .tag("protocol", protocol)
                .tag("code", code)
                .register(registry)
                .increment();
        long untold = sinceTold.incrementAndGet();
        long last = toldAt.get();
        long now = System.nanoTime();
        if (now - last >= QUIET_NANOS && toldAt.compareAndSet(last, now)) {
            sinceTold.addAndGet(-untold);
            LOG.warn(
                    "{} requests were refused; the last one, of protocol {}, with {} {}. eqlair_requests_refused_total counts them all.",
                    untold,
                    protocol,
                    status,
                    code);
        }
    }
}
