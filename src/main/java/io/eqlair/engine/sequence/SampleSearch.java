package io.eqlair.engine.sequence;

import io.eqlair.event.Event;
import io.eqlair.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds samples in a list of events: for each key, different events for all items. */
public final class SampleSearch {

    /** Choices that are looked at for one key; a search for many samples among like events ends there. */
    private static final int MOST_CHOICES = 1_000_000;

    private final ItemTable items;
    private final int samplesPerKey;

    /** A search for so many samples of each key, at the most. */
    public SampleSearch(ItemTable items, int samplesPerKey) {
        this.items = items;
        this.samplesPerKey = samplesPerKey;
    }

    /** The samples by key; those of a key in the order of the events, the last item varying fastest. */
    public List<Match> search(List<Event> events) {
        Map<JoinKey, List<List<StoredEvent>>> byKey = new TreeMap<>(KeyOrder.INSTANCE);
        for (Event event : events) {
            items.match(event).forEach(keyed -> add(byKey, keyed.key(), event.stored(), keyed.items()));
        }
        List<Match> matches = new ArrayList<>();
        byKey.forEach((key, eventsOfItem) -> {
            if (Distinct.choice(eventsOfItem) != null) {
                new Choices(key, eventsOfItem, matches).choose(0);
            }
        });
        return matches;
    }

    private void add(Map<JoinKey, List<List<StoredEvent>>> byKey, JoinKey key, StoredEvent event, long matched) {
        List<List<StoredEvent>> eventsOfItem = byKey.computeIfAbsent(key, absent -> emptyLists());
        for (int item = 0; item < eventsOfItem.size(); item++) {
            if (Items.contains(matched, item)) {
                eventsOfItem.get(item).add(event);
            }
        }
    }

    private List<List<StoredEvent>> emptyLists() {
        List<List<StoredEvent>> lists = new ArrayList<>();
        items.stages().forEach(stage -> lists.add(new ArrayList<>()));
        return lists;
    }

    /** Goes through the choices of one key, item by item. */
    private final class Choices {

        private final JoinKey key;
        private final List<List<StoredEvent>> eventsOfItem;
        private final List<Match> matches;
        private final List<StoredEvent> chosen = new ArrayList<>();
        private int found;
        private int looks;

        Choices(JoinKey key, List<List<StoredEvent>> eventsOfItem, List<Match> matches) {
            this.key = key;
            this.eventsOfItem = eventsOfItem;
            this.matches = matches;
        }

        void choose(int item) {
            if (item == eventsOfItem.size()) {
                matches.add(new Match(key.values(), steps()));
                found++;
                return;
            }
            for (StoredEvent event : eventsOfItem.get(item)) {
                if (found >= samplesPerKey || ++looks > MOST_CHOICES) {
                    return;
                }
                if (!chosen.contains(event)) {
                    chosen.add(event);
                    choose(item + 1);
                    chosen.removeLast();
                }
            }
        }

        private List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            for (int item = 0; item < chosen.size(); item++) {
                steps.add(new Step(item, chosen.get(item)));
            }
            return steps;
        }
    }
}
