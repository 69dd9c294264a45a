package io.eqlair.engine.reference;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes sequences and samples for the events of {@link RandomStream}, as text. */
final class RandomQuery {

    private static final List<String> CATEGORIES = List.of("any", "any", "process", "file", "network");

    /** What most events have. */
    private static final List<String> BROAD = List.of(
            "true",
            "true",
            "true",
            "x != 0",
            "x < 2",
            "x in (1, 2)",
            "not (x == 1 and name != \"nc\")",
            "name : \"s*\"");

    /** What few events have. */
    private static final List<String> NARROW =
            List.of("x == 0", "x == 1", "x > 1", "x == null", "name == \"nc\" and x != 1", "name == \"ssh\"");

    private static final List<String> KEYS = List.of("host", "host", "host", "user", "?host", "?user", "pid");
    private static final int MOST_STAGES = 5;

    private final Dice dice;
    private final Duration unit;

    /**
     * A maker of queries.
     *
     * @param unit what the gaps between events are multiples of
     */
    RandomQuery(Dice dice, Duration unit) {
        this.dice = dice;
        this.unit = unit;
    }

    String sequence() {
        int ownKeys = ownKeys();
        boolean mayMiss = dice.percent(40);
        boolean hasMaxspan = mayMiss || dice.percent(60);
        return "sequence" + by(dice.percent(45) ? 0 : dice.between(1, 2))
                + (hasMaxspan ? " with maxspan=" + maxspan() : "")
                + items(ownKeys, mayMiss)
                + (dice.percent(30) ? " until " + item("[", NARROW, ownKeys) : "");
    }

    String sample() {
        int ownKeys = ownKeys();
        String items = Stream.generate(() -> " " + item("[", BROAD, ownKeys))
                .limit(dice.between(2, 4))
                .collect(Collectors.joining());
        return "sample" + by(dice.between(ownKeys == 0 ? 1 : 0, 2)) + items;
    }

    /** One or two pipes. */
    String pipes() {
        return Stream.generate(() -> " | " + dice.oneOf(List.of("head", "tail")) + " " + dice.between(0, 4))
                .limit(dice.between(1, 2))
                .collect(Collectors.joining());
    }

    private String items(int ownKeys, boolean mayMiss) {
        int count = dice.between(2, 4);
        int present = dice.between(0, count - 1);
        int stages = count;
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean missing = mayMiss && i != present && dice.percent(45);
            int runs = dice.percent(80) ? 1 : dice.between(1, MOST_STAGES + 1 - stages);
            items.append(' ')
                    .append(missing ? item("![", NARROW, ownKeys) : item("[", BROAD, ownKeys))
                    .append(runs > 1 || dice.percent(5) ? " with runs=" + runs : "");
            stages += runs - 1;
        }
        return items.toString();
    }

    private int ownKeys() {
        return dice.percent(75) ? 0 : dice.between(1, 2);
    }

    private String item(String bracket, List<String> conditions, int ownKeys) {
        List<String> mostly = dice.percent(80) ? conditions : conditions.equals(BROAD) ? NARROW : BROAD;
        return bracket + dice.oneOf(CATEGORIES) + " where " + dice.oneOf(mostly) + "]" + by(ownKeys);
    }

    private String by(int keys) {
        return keys == 0
                ? ""
                : " by " + Stream.generate(() -> dice.oneOf(KEYS)).limit(keys).collect(Collectors.joining(", "));
    }

    private String maxspan() {
        long millis = unit.toMillis() * dice.between(1, 12);
        return millis % 1000 == 0 && dice.percent(50) ? millis / 1000 + "s" : millis + "ms";
    }
}
