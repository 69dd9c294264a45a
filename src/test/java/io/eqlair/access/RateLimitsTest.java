package io.eqlair.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key may get into debt with one request, and pays before the next. */
class RateLimitsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong nanos = new AtomicLong(SECOND);

    private RateLimits limits(@Nullable Integer general) {
        return new RateLimits(general, nanos::get);
    }

    private static Caller caller(@Nullable Integer rate) {
        return new Caller("id", "name", Set.of(Role.INGEST), rate);
    }

    @Test
    void withoutALimitAnyNumberMayEnter() {
        RateLimits limits = limits(null);
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.mayEnter(caller(null))).isZero();
            limits.charge(caller(null), 1_000_000);
        }
    }

    @Test
    void everybodyIsNotLimitedTogether() {
        RateLimits limits = limits(1);
        limits.charge(Caller.ANONYMOUS, 1_000_000);
        assertThat(limits.mayEnter(Caller.ANONYMOUS)).isZero();
    }

    @Test
    void debtIsPaidBeforeTheNextRequest() {
        RateLimits limits = limits(null);
        Caller caller = caller(10);
        assertThat(limits.mayEnter(caller)).isZero();
        limits.charge(caller, 109); // 10 were there
        long wait = limits.mayEnter(caller);
        assertThat(Duration.ofNanos(wait)).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_200));
        nanos.addAndGet(wait - 1);
        assertThat(limits.mayEnter(caller)).isPositive();
        nanos.addAndGet(1);
        assertThat(limits.mayEnter(caller)).isZero();
    }

    @Test
    void aKeyWithoutALimitOfItsOwnHasThatOfAll() {
        RateLimits limits = limits(2);
        assertThat(limits.mayEnter(caller(null))).isZero();
        assertThat(limits.mayEnter(caller(null))).isZero();
        assertThat(limits.mayEnter(caller(null))).isPositive();
        assertThat(limits.mayEnter(new Caller("other", "other", Set.of(), null)))
                .isZero();
    }

    /** Whoever comes back when told has sent as much as it may, and no more than one request over. */
    @Test
    void overTimeNoKeySendsMoreThanItsRate() {
        Random random = new Random(7);
        for (int run = 0; run < 50; run++) {
            int rate = 1 + random.nextInt(5_000);
            RateLimits limits = limits(null);
            Caller caller = new Caller("run " + run, "name", Set.of(), rate);
            long start = nanos.get();
            long sent = 0;
            long last = 0;
            while (nanos.get() - start < 100 * SECOND) {
                long wait = limits.mayEnter(caller);
                if (wait == 0) {
                    last = random.nextInt(3 * rate);
                    limits.charge(caller, last);
                    sent += last + 1;
                } else {
                    nanos.addAndGet(wait);
                }
            }
            double seconds = (double) (nanos.get() - start) / SECOND;
            assertThat((double) sent).isBetween(rate * (seconds - 4), rate * (seconds + 1) + last + 1);
        }
    }
}
