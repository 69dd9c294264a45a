package io.eqlair.engine.reference;

import io.eqlair.engine.reference.Delivery.Act;
import io.eqlair.engine.reference.Delivery.Act.Interruption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the ways that events can come. */
final class RandomDelivery {

    private final Dice dice;
    private final Duration lateness;

    RandomDelivery(Dice dice, Duration unit) {
        this.dice = dice;
        this.lateness =
                dice.oneOf(List.of(Duration.ZERO, unit.multipliedBy(2), unit.multipliedBy(6), unit.multipliedBy(200)));
    }

    /** As they happened. */
    Delivery inOrder(List<Sent> events) {
        return Delivery.of(lateness, ReferenceSearch.inOrder(events));
    }

    /** Every event on time or late, but never later than is allowed; many come just in time. */
    Delivery shuffled(List<Sent> events) {
        return Delivery.of(lateness, late(events).stream().map(Late::event).toList());
    }

    /** Late like that, with a clock that shows the time of each arrival, and ticks in between. */
    Delivery clocked(List<Sent> events) {
        List<Act> acts = new ArrayList<>();
        long clock = RandomStream.START;
        for (Late late : late(events)) {
            while (clock < late.arrival()) {
                long step = dice.percent(60) ? late.arrival() - clock : (late.arrival() - clock + 1) / 2;
                clock += step;
                acts.add(new Act.Wait(Duration.ofNanos(step)));
                acts.add(Interruption.TICK);
            }
            acts.add(new Act.Arrive(late.event()));
        }
        return new Delivery(lateness, acts);
    }

    private List<Late> late(List<Sent> events) {
        return events.stream()
                .map(event -> new Late(event, event.nanos() + delay()))
                .sorted(Comparator.comparingLong(Late::arrival))
                .toList();
    }

    /** Some events come again, right after or as late as is allowed; those without an id in another request. */
    Delivery repeated(Delivery delivery) {
        List<Act> acts = new ArrayList<>(delivery.acts());
        for (int times = dice.between(1, 8); times > 0; times--) {
            int original = dice.between(0, acts.size() - 1);
            if (acts.get(original) instanceof Act.Arrive(Sent event)) {
                boolean within = event.isNamed() && dice.percent(50);
                Act again = within ? acts.get(original) : new Act.ArriveAgain(event);
                acts.add(dice.between(original + 1, end(event, acts)), again);
            }
        }
        return new Delivery(lateness, acts);
    }

    /** Where an event would come too late, or the end. */
    private int end(Sent event, List<Act> acts) {
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i) instanceof Act.Arrive(Sent newer) && newer.nanos() - event.nanos() > lateness.toNanos()) {
                return i;
            }
        }
        return acts.size();
    }

    /** Something happens in between, several times. */
    Delivery interrupted(Delivery delivery, List<Interruption> interruptions) {
        List<Act> acts = new ArrayList<>(delivery.acts());
        for (int times = dice.between(1, 4); times > 0; times--) {
            acts.add(dice.between(0, acts.size()), dice.oneOf(interruptions));
        }
        return new Delivery(lateness, acts);
    }

    private long delay() {
        int most = (int) Math.min(lateness.toMillis(), Integer.MAX_VALUE);
        return switch (dice.between(1, 4)) {
            case 1 -> 0;
            case 2 -> lateness.toNanos();
            default -> Duration.ofMillis(dice.between(0, most)).toNanos();
        };
    }

    private record Late(Sent event, long arrival) {}
}
