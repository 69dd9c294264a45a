package io.eqlair.alert;

import io.eqlair.event.AlertIndex;
import io.eqlair.event.StoredEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** How many alerts stand on top of each other in an event: 0 for one that is no alert. */
final class AlertDepths {

    /** Deeper than any limit; whoever posts an event can say anything. */
    private static final int MOST = 1_000;

    private static final String FIELD = "kibana.alert.depth";

    private final StoredFields stored;

    AlertDepths(InstantSource clock) {
        this.stored = new StoredFields(Set.of(FIELD), clock);
    }

    /** The depth of the deepest of some events. */
    int of(List<StoredEvent> events) {
        return events.stream()
                .filter(event -> AlertIndex.isOfAlerts(event.index()))
                .mapToInt(this::of)
                .max()
                .orElse(0);
    }

    /** An alert that does not say how deep it is is one on events. */
    private int of(StoredEvent alert) {
        double depth = stored.values(FIELD, stored.reread(alert)).stream()
                .filter(Number.class::isInstance)
                .mapToDouble(number -> ((Number) number).doubleValue())
                .max()
                .orElse(1);
        return (int) Math.clamp(depth, 1, MOST);
    }
}
