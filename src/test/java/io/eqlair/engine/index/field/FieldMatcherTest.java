package io.eqlair.engine.index.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.index.field.FieldMatcher.Counts;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.event.json.ValueKind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMatcherTest {

    private static final int MANY = 20_000;

    private final Random random = new Random(20_261_122);

    @ParameterizedTest
    @CsvSource({
        "*ab*ba*, aba, false",
        "*ab*ba*, abba, true",
        "ab*b, ab, false",
        "ab*b, abb, true",
        "*a?*a, aba, true",
        "*a?*a, aa, false",
        "a*?*?, ab, false",
        "a*?*?, abc, true",
        "*aab*, aaab, true",
        "*.exe*.exe, a.exe, false",
        "*.exe*.exe, a.exe.exe, true"
    })
    void piecesStandBehindEachOther(String pattern, String value, boolean matches) {
        FieldMatcher matcher = matcher(MatcherBounds.DEFAULT, like(pattern));
        assertThat(ask(matcher, value)).isEqualTo(matches ? new int[] {0} : new int[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "4, INTEGER, 0 2",
        "4, PLAIN, 0",
        "4.0, PLAIN, 2",
        "4.0, DECIMAL, 0 2",
        "40e-1, DECIMAL, 0 2",
        "-0, INTEGER, 1",
        "0, INTEGER, 1",
        "-0, PLAIN, ''",
        "true, TRUE, 3",
        "true, PLAIN, 3",
        "false, FALSE, ''"
    })
    void numbersAreComparedByValueAndEverythingElseByText(String json, String kind, String expected) {
        FieldMatcher matcher = matcher(MatcherBounds.DEFAULT, is(4L), is(0L), is(4.0), is(true));
        for (int time = 0; time < 3; time++) {
            assertThat(new RawValue(json, json, kind(kind)).satisfied(matcher))
                    .isEqualTo(Stream.of(expected.split(" "))
                            .filter(id -> !id.isEmpty())
                            .mapToInt(Integer::parseInt)
                            .toArray());
        }
    }

    @Test
    void equalAnswersAreOneArray() {
        FieldMatcher matcher = matcher(MatcherBounds.DEFAULT, like("*a*"), like("*b*"), is(7.0));
        int[] answer = ask(matcher, "ab");
        assertThat(ask(matcher, "ba")).isSameAs(answer);
        assertThat(ask(matcher, "xaxbx")).isSameAs(answer);
        assertThat(new RawValue(7L, "7", ValueKind.INTEGER).satisfied(matcher)).isSameAs(ask7(matcher));
    }

    @Test
    void valuesAreRememberedFromTheirSecondTime() {
        FieldMatcher matcher = matcher(MatcherBounds.DEFAULT, like("a*"));
        for (int time = 0; time < 10; time++) {
            new RawValue("abc", "abc", ValueKind.PLAIN).satisfied(matcher);
        }
        assertThat(matcher.counts().hits()).isEqualTo(8);
        assertThat(matcher.counts().misses()).isEqualTo(2);
    }

    @Test
    void longValuesAreNotRemembered() {
        FieldMatcher matcher = matcher(MatcherBounds.DEFAULT, like("*b"));
        String longest = "a".repeat(1_000) + "b";
        for (int time = 0; time < 10; time++) {
            assertThat(ask(matcher, longest)).containsExactly(0);
        }
        assertThat(matcher.counts().hits()).isZero();
    }

    /** A determinized set of such patterns would need a state for each set of words that have been seen. */
    @Test
    void statesAreAsManyAsThePiecesAreLong() {
        List<String> words = IntStream.range(0, 40)
                .mapToObj(i -> "<" + (char) ('A' + i) + ">")
                .toList();
        FieldMatcher matcher = matcher(
                MatcherBounds.DEFAULT,
                words.stream().map(word -> like("*" + word + "*!*" + word)).toArray(Predicate.OfField[]::new));
        for (int i = 0; i < MANY; i++) {
            ask(matcher, text(words, 12) + "!" + text(words, 12));
        }
        assertThat(matcher.counts().states()).isLessThan(3 * words.size());
        assertThat(matcher.counts().plain()).isZero();
    }

    @Test
    void aFullAutomatonIsEmptiedOnceInSoManyValuesAndNeverOutgrown() {
        List<String> letters = List.of("a", "b", "c", "d");
        FieldMatcher matcher = matcher(new MatcherBounds(0, 20, 100), like("*a??????????b*"), like("*cd?????b"));
        for (int i = 0; i < MANY; i++) {
            ask(matcher, text(letters, 30));
            assertThat(matcher.counts().states()).isLessThanOrEqualTo(20);
        }
        Counts counts = matcher.counts();
        assertThat(counts.flushes()).isBetween(MANY / 200, MANY / 100);
        assertThat(counts.plain()).isBetween(MANY / 2L, (long) MANY);
    }

    private int[] ask7(FieldMatcher matcher) {
        return new RawValue(7.0, "7.0", ValueKind.DECIMAL).satisfied(matcher);
    }

    private int[] ask(FieldMatcher matcher, String text) {
        return RawValue.of(text, random).satisfied(matcher);
    }

    private String text(List<String> parts, int most) {
        return random.ints(random.nextInt(most + 1), 0, parts.size())
                .mapToObj(parts::get)
                .reduce("", String::concat);
    }

    private static FieldMatcher matcher(MatcherBounds bounds, Predicate.OfField... predicates) {
        return FieldPlan.of(IntStream.range(0, predicates.length)
                        .mapToObj(id -> new ValuePlan.Entry(id, predicates[id]))
                        .toList())
                .matcher(bounds);
    }

    private static Predicate.OfField like(String pattern) {
        return new Predicate.Like("f", List.of(pattern), false);
    }

    private static Predicate.OfField is(Object constant) {
        return new Predicate.OneOf("f", List.of(constant), false);
    }

    private static byte kind(String name) {
        return switch (name) {
            case "PLAIN" -> ValueKind.PLAIN;
            case "INTEGER" -> ValueKind.INTEGER;
            case "DECIMAL" -> ValueKind.DECIMAL;
            case "TRUE" -> ValueKind.TRUE;
            default -> ValueKind.FALSE;
        };
    }
}
