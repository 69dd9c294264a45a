package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a different event for each item. This is a matching in a bipartite graph, found by augmenting paths (Kuhn): an
 * item takes an event that is free, or one whose item can take another.
 */
final class Distinct {

    private final List<? extends Collection<StoredEvent>> eventsOfItem;
    private final Map<StoredEvent, Integer> itemOfEvent = new HashMap<>();

    private Distinct(List<? extends Collection<StoredEvent>> eventsOfItem) {
        this.eventsOfItem = eventsOfItem;
    }

    /** One event for each item, in the order of the items; null where there is no such choice. */
    static @Nullable List<StoredEvent> choice(List<? extends Collection<StoredEvent>> eventsOfItem) {
        Distinct distinct = new Distinct(eventsOfItem);
        for (int item = 0; item < eventsOfItem.size(); item++) {
            if (!distinct.assign(item, new HashSet<>())) {
                return null;
            }
        }
        return distinct.chosen();
    }

    private boolean assign(int item, Set<StoredEvent> tried) {
        for (StoredEvent event : eventsOfItem.get(item)) {
            if (tried.add(event)) {
                Integer holder = itemOfEvent.get(event);
                if (holder == null || assign(holder, tried)) {
                    itemOfEvent.put(event, item);
                    return true;
                }
            }
        }
        return false;
    }

    private List<StoredEvent> chosen() {
        List<StoredEvent> chosen = new ArrayList<>();
        for (int item = 0; item < eventsOfItem.size(); item++) {
            int wanted = item;
            itemOfEvent.entrySet().stream()
                    .filter(entry -> entry.getValue() == wanted)
                    .map(Map.Entry::getKey)
                    .forEach(chosen::add);
        }
        return chosen;
    }
}
