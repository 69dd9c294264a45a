package io.eqlair.engine.reference;

import io.eqlair.engine.reference.Delivery.Act.Interruption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Some queries and the events for them, by chance. The same seed gives the same. */
final class SequenceCases {

    /** How many queries are made for one stream of events. */
    static final int QUERIES = 5;

    private static final List<Duration> UNITS =
            List.of(Duration.ofMillis(1), Duration.ofMillis(250), Duration.ofSeconds(1));

    private final Dice dice;
    private final Duration unit;
    private final RandomQuery query;
    private final RandomDelivery delivery;
    private final List<Sent> events;

    SequenceCases(long seed) {
        this.dice = new Dice(seed);
        this.unit = dice.oneOf(UNITS);
        this.query = new RandomQuery(dice, unit);
        this.delivery = new RandomDelivery(dice, unit);
        this.events = new RandomStream(dice, unit).events();
    }

    /** Sequences without pipes, which mean something else on a stream. */
    List<String> sequences() {
        return Stream.generate(query::sequence).limit(QUERIES).toList();
    }

    /** Samples without pipes. */
    List<String> samples() {
        return Stream.generate(query::sample).limit(QUERIES).toList();
    }

    /** Some of the queries with pipes. */
    List<String> piped(List<String> queries) {
        return queries.stream()
                .map(text -> dice.percent(25) ? text + query.pipes() : text)
                .toList();
    }

    int samplesPerKey() {
        return dice.between(1, 4);
    }

    /** A window for samples, some of the gaps between events long. */
    Duration window() {
        return unit.multipliedBy(dice.between(1, 12));
    }

    Delivery inOrder() {
        return delivery.inOrder(events);
    }

    Delivery shuffled() {
        return delivery.shuffled(events);
    }

    /** No two events of one time, so that their order does not depend on who comes first; all may come at any time. */
    Delivery atDifferentTimes() {
        Set<Long> times = new HashSet<>();
        List<Sent> some =
                events.stream().filter(event -> times.add(event.nanos())).toList();
        return Delivery.of(Duration.ofHours(1), some);
    }

    /** In order or late, and some events twice or more. */
    Delivery repeated() {
        return delivery.repeated(inOrderOrNot());
    }

    /** In order or late, over several requests and reloads, with the engine's clock ticking. */
    Delivery split() {
        Delivery original = dice.percent(50) ? delivery.clocked(events) : inOrderOrNot();
        return delivery.interrupted(
                original, List.of(Interruption.NEXT_SESSION, Interruption.TICK, Interruption.RELOAD));
    }

    /** In order or late or repeated, with the engine stopped and started again on the way. */
    Delivery restarted() {
        Delivery original = dice.percent(30) ? repeated() : inOrderOrNot();
        return delivery.interrupted(original, List.of(Interruption.RESTART, Interruption.RESTART, Interruption.TICK));
    }

    private Delivery inOrderOrNot() {
        return dice.percent(50) ? inOrder() : shuffled();
    }
}
