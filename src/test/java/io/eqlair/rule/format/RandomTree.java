package io.eqlair.rule.format;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Makes random trees of all that a rule file can say, and of much that none does. */
final class RandomTree {
    private static final List<String> PIECES = List.of(
            "a",
            "Ab-9_",
            " ",
            "=",
            "#",
            "[",
            "]",
            "{",
            "}",
            "'",
            "''",
            "'''",
            "\"",
            "\"\"",
            "\"\"\"",
            "\\",
            "\\\\u",
            "\n",
            "\n",
            "\r",
            "\t",
            "\0",
            "\b",
            "\f",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u2028",
            "é",
            "\uFEFF",
            "😀",
            ",",
            ".",
            "process where ");

    /** Jackson misreads whole numbers of 19 digits in TOML. */
    private static final long LARGEST = 500_000_000_000_000_000L;

    private final Random random;

    RandomTree(long seed) {
        this.random = new Random(seed);
    }

    Map<String, Object> next() {
        return map(4);
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(text(3), value(depth - 1));
        }
        return map;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth <= 0 ? 4 : 7)) {
            case 0 -> number();
            case 1 -> random.nextBoolean();
            case 2, 3 -> text(10);
            case 4 -> map(depth);
            case 5 -> Stream.generate(() -> map(depth)).limit(random.nextInt(3)).toList();
            default ->
                Stream.generate(() -> value(depth - 1)).limit(random.nextInt(6)).toList();
        };
    }

    private Object number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(200) - 100;
            case 1 -> random.nextLong() % LARGEST | 1L << 40;
            case 2 -> new BigInteger(200, random).setBit(70);
            default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
        };
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
