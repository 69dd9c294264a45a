package io.eqlair.eql.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {
    private static final long SEED = 20_260_101;

    static Arguments[] equalities() {
        return new Arguments[] {
            Arguments.of(null, "a", null),
            Arguments.of(1L, null, null),
            Arguments.of(null, null, null),
            Arguments.of(1L, 1.0, true),
            Arguments.of(1L, 1.5, false),
            Arguments.of(0.0, -0.0, true),
            Arguments.of(Double.NaN, Double.NaN, false),
            Arguments.of(9_007_199_254_740_993L, 9_007_199_254_740_992.0, false),
            Arguments.of(Long.MAX_VALUE, 0x1p63, false),
            Arguments.of(Long.MIN_VALUE, -0x1p63, true),
            Arguments.of("a", "a", true),
            Arguments.of("a", "A", false),
            Arguments.of("123", 123L, true),
            Arguments.of("1.0", 1.0, true),
            Arguments.of("1", 1.0, false),
            Arguments.of(true, "true", true),
            Arguments.of(true, true, true),
            Arguments.of(true, 1L, false),
        };
    }

    @ParameterizedTest
    @MethodSource("equalities")
    void equalityLooksAtValuesNotTypes(@Nullable Object a, @Nullable Object b, @Nullable Boolean expected) {
        assertThat(Values.equal(a, b)).isEqualTo(expected);
        assertThat(Values.equal(b, a)).isEqualTo(expected);
    }

    static Arguments[] orders() {
        return new Arguments[] {
            Arguments.of("Foo", "foo", -1),
            Arguments.of("a", "a", 0),
            Arguments.of(1L, 1.5, -1),
            Arguments.of(Long.MAX_VALUE, 0x1p63, -1),
            Arguments.of(Long.MIN_VALUE, -1e300, 1),
            Arguments.of(-2L, -1.5, -1),
            Arguments.of(-1L, -1.5, 1),
            Arguments.of(1L, Double.POSITIVE_INFINITY, -1),
        };
    }

    @ParameterizedTest
    @MethodSource("orders")
    void numbersAndStringsAreOrdered(Object a, Object b, int expected) {
        assertThat(sign(Values.compare(a, b))).isEqualTo(expected);
        assertThat(sign(Values.compare(b, a))).isEqualTo(-expected);
    }

    static Arguments[] unordered() {
        return new Arguments[] {
            Arguments.of(null, 1L),
            Arguments.of("a", null),
            Arguments.of("1", 2L),
            Arguments.of(true, false),
            Arguments.of(true, 1L),
            Arguments.of(Double.NaN, 1L),
            Arguments.of(1.0, Double.NaN),
        };
    }

    @ParameterizedTest
    @MethodSource("unordered")
    void otherPairsHaveNoOrder(@Nullable Object a, @Nullable Object b) {
        assertThat(Values.compare(a, b)).isNull();
        assertThat(Values.compare(b, a)).isNull();
    }

    @Test
    void numbersCompareLikeDecimalsOfAnyLength() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            Number a = number(random);
            Number b = random.nextInt(4) == 0 ? neighbour(a) : number(random);
            int expected = decimal(a).compareTo(decimal(b));
            assertThat(Values.compare(a, b)).as("%s, %s, seed %s", a, b, SEED).isEqualTo(expected);
            assertThat(Values.equal(a, b)).isEqualTo(expected == 0);
        }
    }

    @Test
    void negationKnowsItsLimit() {
        assertThat(Values.negate(5L)).isEqualTo(-5L);
        assertThat(Values.negate(0.0)).isEqualTo(-0.0);
        assertThat(Values.negate(null)).isNull();
        assertThatExceptionOfType(EvaluationError.class).isThrownBy(() -> Values.negate(Long.MIN_VALUE));
        assertThatExceptionOfType(EvaluationError.class).isThrownBy(() -> Values.negate("1"));
    }

    @Test
    void evaluationErrorsCarryNoStackTrace() {
        assertThatExceptionOfType(EvaluationError.class)
                .isThrownBy(() -> Values.divide(1L, 0L))
                .withMessage("integer division by zero")
                .satisfies(error -> assertThat(error.getStackTrace()).isEmpty());
    }

    @Test
    void foldingIsThatOfCharactersInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Values.fold("TITLE İıſK ÄΣς")).isEqualTo("title iisk äσσ");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foldedTextIsTheSameWhereNothingChanges() {
        String text = "c:\\windows\\äß";
        assertThat(Values.fold(text)).isSameAs(text);
    }

    @Test
    void foldedEqualityIsThatOfFoldedUnits() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = String.valueOf(c);
            assertThat(Values.equalFolded(text, text.toUpperCase(Locale.ROOT)))
                    .isEqualTo(Values.fold(text).equals(Values.fold(text.toUpperCase(Locale.ROOT))));
            assertThat(Values.fold(Values.fold(c))).isEqualTo(Values.fold(c));
        }
    }

    private static int sign(@Nullable Integer order) {
        assertThat(order).isNotNull();
        return Integer.signum(order);
    }

    private static Number number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> (long) random.nextInt(-3, 4);
            case 2 -> random.nextInt(-6, 7) / 2.0;
            default -> random.nextGaussian() * 0x1p63;
        };
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof Long ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.doubleValue());
    }

    /** A number of the other kind that is as near as can be. */
    private static Number neighbour(Number number) {
        return number instanceof Long ? (Number) number.doubleValue() : (Number) number.longValue();
    }
}
