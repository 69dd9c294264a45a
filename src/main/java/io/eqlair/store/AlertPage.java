package io.eqlair.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of alerts.
 *
 * @param next where the list goes on; null where it has ended
 * @param partial whether the search ended at a limit before the page was full
 */
public record AlertPage(List<KeptAlert> alerts, @Nullable AlertPosition next, boolean partial) {

    public AlertPage {
        alerts = List.copyOf(alerts);
    }
}
