package io.eqlair.ingest;

import io.eqlair.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Honours {@code max_signals}, for those who ask for it: so many alerts of a rule in each of its intervals, by the clock. A scheduler
 * would have one run in that time. Thread-safe.
 *
 * <pre>
 * interval 5m, max_signals 100      10:00 … 10:05  100 alerts, 17 not kept     10:05 … 10:10  100 more may come
 * </pre>
 */
public final class SignalCap {

    private static final Logger LOG = LoggerFactory.getLogger(SignalCap.class);
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,9})([smhd])");
    private static final Duration USUAL = Duration.ofMinutes(5);

    private final boolean honoured;
    private final InstantSource clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** How many alerts a rule has raised in its interval. */
    private record Window(Instant end, int count) {}

    private SignalCap(boolean honoured, InstantSource clock) {
        this.honoured = honoured;
        this.clock = clock;
    }

    /** No rule has a cap. */
    public static SignalCap none() {
        return new SignalCap(false, Instant::now);
    }

    /** Each rule has the cap that it says. */
    public static SignalCap of(InstantSource clock) {
        return new SignalCap(true, clock);
    }

    /** Whether a rule may raise another alert, which is counted then. */
    boolean admits(Rule rule) {
        if (!honoured) {
            return true;
        }
        Instant now = clock.instant();
        Window window = windows.compute(rule.id().value(), (id, before) -> counted(rule, before, now));
        int most = rule.schedule().maxSignals();
        if (window.count() == most + 1) {
            LOG.warn(
                    "The rule {} ({}) has raised {} alerts, as many as its max_signals allows until {}: more are not kept.",
                    rule.id(),
                    rule.name(),
                    most,
                    window.end());
        }
        return window.count() <= most;
    }

    private static Window counted(Rule rule, Window before, Instant now) {
        return before == null || !now.isBefore(before.end())
                ? new Window(now.plus(interval(rule)), 1)
                : new Window(before.end(), before.count() + 1);
    }

    private static Duration interval(Rule rule) {
        Matcher matcher = INTERVAL.matcher(rule.schedule().interval());
        if (!matcher.matches()) {
            return USUAL;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
