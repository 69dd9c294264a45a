package io.eqlair.engine.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events on their way to an engine, and what happens to it between them.
 *
 * @param lateness how late the engine lets events be
 */
record Delivery(Duration lateness, List<Act> acts) {

    /** What may happen. */
    sealed interface Act {

        /** An event arrives. */
        record Arrive(Sent event) implements Act {

            @Override
            public String toString() {
                return event.json();
            }
        }

        /** An event that has arrived before is sent again, in a request of its own. */
        record ArriveAgain(Sent event) implements Act {

            @Override
            public String toString() {
                return "AGAIN " + event.json();
            }
        }

        /** The engine's clock goes on by some time. */
        record Wait(Duration time) implements Act {

            @Override
            public String toString() {
                return "WAIT " + time.toNanos() + " ns";
            }
        }

        /** Something happens that must not change anything. */
        enum Interruption implements Act {
            /** The request ends, and another begins. */
            NEXT_SESSION,
            /** The engine is asked what the passing of time has decided. */
            TICK,
            /** The same rules are loaded anew, and one more. */
            RELOAD,
            /** The engine is stopped, and another goes on with its state. */
            RESTART
        }
    }

    Delivery {
        acts = List.copyOf(acts);
    }

    /** Events in the order of a list. */
    static Delivery of(Duration lateness, List<Sent> events) {
        return new Delivery(lateness, events.stream().<Act>map(Act.Arrive::new).toList());
    }

    /** The events without those that had arrived before. */
    List<Sent> arrivals() {
        List<Sent> arrivals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Act act : acts) {
            switch (act) {
                case Act.Arrive(Sent event) when seen.add(event.id()) -> arrivals.add(event);
                case Act.ArriveAgain(Sent event) when seen.add(event.id()) -> arrivals.add(event);
                default -> {
                    // no event, or one that is there
                }
            }
        }
        return arrivals;
    }

    Delivery without(int act) {
        List<Act> fewer = new ArrayList<>(acts);
        fewer.remove(act);
        return new Delivery(lateness, fewer);
    }

    /** One act a line; the events are NDJSON. */
    @Override
    public String toString() {
        return "lateness " + lateness.toMillis() + " ms\n"
                + String.join("\n", acts.stream().map(Object::toString).toList());
    }
}
