package io.eqlair.alerting;

import io.eqlair.alert.RaisedAlert;
import io.eqlair.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    /**
     * What a rule has raised in its interval.
     *
     * @param ids of the alerts, or of the groups that each make one alert: what comes again costs nothing
     */
    private record Window(Instant end, Set<String> ids) {}

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

    /** Whether an alert may be raised, which is counted then. */
    boolean admits(RaisedAlert raised) {
        return !honoured || admits(raised, raised.alert().definition().rule());
    }

    private boolean admits(RaisedAlert raised, Rule rule) {
        Window window = windows.compute(rule.id().value(), (id, before) -> window(rule, before));
        String id =
                raised.group() == null ? raised.alert().id() : raised.group().key();
        synchronized (window) {
            boolean fits = window.ids().contains(id)
                    || window.ids().size() < rule.schedule().maxSignals();
            if (fits && window.ids().add(id)) {
                tell(rule, window);
            }
            return fits;
        }
    }

    private static void tell(Rule rule, Window window) {
        int most = rule.schedule().maxSignals();
        if (window.ids().size() == most) {
            LOG.warn(
                    "The rule {} ({}) has raised {} alerts, as many as its max_signals allows until {}: more are not kept.",
                    rule.id(),
                    rule.name(),
                    most,
                    window.end());
        }
    }

    private Window window(Rule rule, @Nullable Window before) {
        Instant now = clock.instant();
        return before == null || !now.isBefore(before.end())
                ? new Window(now.plus(interval(rule)), new HashSet<>())
                : before;
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
