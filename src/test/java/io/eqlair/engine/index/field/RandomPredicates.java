package io.eqlair.engine.index.field;

import io.eqlair.eql.analysis.Predicate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes predicates about the text of one field, and values that they often hold for. */
final class RandomPredicates {

    private static final String FIELD = "f";

    /** Units that have several cases, among them three with ASCII ones; that need escapes; of two, three and four bytes. */
    private static final List<String> LETTERS = List.of(
            "a",
            "b",
            "A",
            "B",
            "k",
            "K",
            "\u212a",
            "s",
            "\u017f",
            "i",
            "I",
            "\u0130",
            "\u0131",
            "1",
            "0",
            ".",
            "-",
            "\\",
            "\"",
            "\n",
            "\u00e9",
            "\u00c9",
            "\u03c3",
            "\u03c2",
            "\u20ac",
            "\ud83d\ude00",
            "\ud83d",
            "/",
            "e",
            "?",
            "*");

    private static final List<Object> NUMBERS = List.of(
            0L, 1L, -1L, 10L, 1.0, 1.5, -0.0, 10.0, 1e10, 10_000_000_000L, 9007199254740993L, 9007199254740992.0, 100L);

    private final Random random;
    private final List<String> letters;

    /** Of a few letters, so that patterns and values meet. */
    RandomPredicates(Random random) {
        this.random = random;
        List<String> shuffled = new ArrayList<>(LETTERS);
        Collections.shuffle(shuffled, random);
        this.letters = shuffled.subList(0, 2 + random.nextInt(6));
    }

    List<ValuePlan.Entry> entries(int most) {
        List<Integer> ids = new ArrayList<>(random.ints(0, 10 * most)
                .distinct()
                .limit(1 + random.nextInt(most))
                .boxed()
                .toList());
        return ids.stream().map(id -> new ValuePlan.Entry(id, predicate())).toList();
    }

    String text(int most) {
        return many(most, () -> pick(letters)).reduce("", String::concat);
    }

    Object number() {
        return pick(NUMBERS);
    }

    private Predicate.OfField predicate() {
        return switch (random.nextInt(10)) {
            case 0 -> new Predicate.Exists(FIELD);
            case 1, 2 -> new Predicate.OneOf(FIELD, many(4, this::constant).toList(), false);
            case 3 -> new Predicate.OneOf(FIELD, many(4, () -> (Object) text(4)).toList(), true);
            default -> new Predicate.Like(FIELD, many(4, this::pattern).toList(), random.nextBoolean());
        };
    }

    private Object constant() {
        return switch (random.nextInt(4)) {
            case 0 -> number();
            case 1 -> random.nextBoolean();
            default -> text(4);
        };
    }

    private String pattern() {
        return many(7, () -> switch (random.nextInt(6)) {
                    case 0, 1 -> "*";
                    case 2 -> "?";
                    default -> pick(letters);
                })
                .reduce("", String::concat);
    }

    private <T> Stream<T> many(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
