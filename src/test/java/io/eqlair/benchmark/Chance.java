package io.eqlair.benchmark;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws from a seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** True so many times of a hundred. */
    boolean percent(int of) {
        return random.nextInt(100) < of;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, each as often as its weight says. */
    <T> T of(List<T> values, ToIntFunction<T> weight) {
        int left = random.nextInt(values.stream().mapToInt(weight).sum());
        for (T value : values) {
            left -= weight.applyAsInt(value);
            if (left < 0) {
                return value;
            }
        }
        throw new IllegalStateException("weights must be positive");
    }

    /** Some of the values, each at most once. */
    <T> List<T> some(List<T> values, int count) {
        return Stream.generate(() -> of(values)).limit(count).distinct().collect(Collectors.toList());
    }

    /** So many hexadecimal digits. */
    String hex(int digits) {
        byte[] bytes = new byte[(digits + 1) / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, digits);
    }

    String uuid() {
        return String.join("-", hex(8), hex(4), hex(4), hex(4), hex(12));
    }
}
