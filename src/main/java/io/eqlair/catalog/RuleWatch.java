package io.eqlair.catalog;

import io.eqlair.repository.SourceStamp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notices that files of rules have changed, and loads them. It looks again and again, and waits until two looks in a row find
 * the same, so that a file that is just being written, or a checkout under way, is not read half. Where there is no rest it
 * does not wait for ever. For one thread.
 */
public final class RuleWatch {

    private static final long MOST_UNREST = Duration.ofSeconds(10).toNanos();

    private final LiveRules rules;
    private @Nullable SourceStamp unsettled;
    private long restless;

    public RuleWatch(LiveRules rules) {
        this.rules = rules;
    }

    /**
     * Looks at the files.
     *
     * @param nanos the time by {@link System#nanoTime}
     * @return whether it has loaded them
     */
    public boolean look(long nanos) {
        SourceStamp now = rules.stampNow();
        if (rules.last().isEmpty() || now.equals(rules.stamp())) {
            unsettled = null;
            return false;
        }
        boolean settled = now.equals(unsettled) || (unsettled != null && nanos - restless > MOST_UNREST);
        if (!settled) {
            restless = unsettled == null ? nanos : restless;
            unsettled = now;
            return false;
        }
        unsettled = null;
        Reload unused = rules.load();
        return true;
    }
}
