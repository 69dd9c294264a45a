package io.eqlair.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its way to the store, where it may turn out to be known, or to be counted on another one.
 *
 * @param group null where its rule does not suppress it
 */
public record RaisedAlert(Alert alert, @Nullable Group group) {

    /**
     * Alerts of which one stands for all.
     *
     * @param key the same for those that belong together
     * @param window how far their event times may be from that of the one that stands for them; null for any
     */
    public record Group(String key, @Nullable Duration window) {}
}
