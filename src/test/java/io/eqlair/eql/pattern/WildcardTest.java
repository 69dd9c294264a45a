package io.eqlair.eql.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.value.Values;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    private static final long SEED = 20_260_102;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "cmd.exe, cmd.exe",
                "cmd*, cmd",
                "cmd*, cmd.exe",
                "*.exe, cmd.exe",
                "*md*, cmd.exe",
                "c*e, cmd.exe",
                "*, \"\"",
                "**, a",
                "?, *",
                "??d.*, cmd.exe",
                "*a*b*, xxaxxbxx",
                "*ab?d*, aababcd",
                "C:\\*\\?.exe, C:\\temp\\dir\\x.exe",
                "\"\", \"\""
            })
    void patternsMatchWholeTexts(String pattern, String text) {
        assertThat(Wildcard.of(pattern, false).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "cmd.exe, \"cmd.exe \"",
                "cmd.exe, CMD.EXE",
                "cmdxexe, cmd.exe",
                "md*, cmd",
                "a*a, a",
                "*ab*ab*, abxa",
                "?, \"\"",
                "?, ab",
                "a*b?, ab",
                "\\*, x",
                "\"\", a"
            })
    void patternsRefuseEverythingElse(String pattern, String text) {
        assertThat(Wildcard.of(pattern, false).matches(text)).isFalse();
    }

    @Test
    void starsCrossLinesAndMarksTakeUnits() {
        assertThat(Wildcard.of("a*b", false).matches("a\r\n\u0085b")).isTrue();
        assertThat(Wildcard.of("?", false).matches("😀")).isFalse();
        assertThat(Wildcard.of("??", false).matches("😀")).isTrue();
    }

    @Test
    void caseIsFoldedUnitByUnit() {
        assertThat(Wildcard.of("*ÄÖ?", true).matches("xäÖü")).isTrue();
        assertThat(Wildcard.of("STRASSE", true).matches("straße")).isFalse();
        assertThat(Wildcard.of("Title", true).matches("TITLE")).isTrue();
    }

    @Test
    void everyShapeMatchesLikeTheNaiveReference() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            String pattern = text(random, "abA*?", 8);
            String text = text(random, "abAB", 10);
            boolean ignoreCase = random.nextBoolean();
            assertThat(Wildcard.of(pattern, ignoreCase).matches(text))
                    .as("`%s` on `%s`, ignoring case: %s, seed %s", pattern, text, ignoreCase, SEED)
                    .isEqualTo(reference(pattern, text, ignoreCase));
        }
    }

    @Test
    void listsMatchWhenOneOfTheirPatternsDoes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            List<String> patterns = Stream.generate(() -> text(random, "abA*?", 5))
                    .limit(random.nextInt(5))
                    .toList();
            String text = text(random, "abAB", 6);
            boolean ignoreCase = random.nextBoolean();
            assertThat(Wildcard.anyOf(patterns, ignoreCase).matches(text))
                    .as("%s on `%s`, ignoring case: %s, seed %s", patterns, text, ignoreCase, SEED)
                    .isEqualTo(patterns.stream().anyMatch(pattern -> reference(pattern, text, ignoreCase)));
        }
    }

    @Test
    void longListsNeitherNestNorForget() {
        List<String> patterns = IntStream.range(0, 100_000)
                .mapToObj(i -> i % 2 == 0 ? "*name" + i : "name" + i)
                .toList();
        TextPattern list = Wildcard.anyOf(patterns, true);
        assertThat(list.matches("NAME99999")).isTrue();
        assertThat(list.matches("my NAME99998")).isTrue();
        assertThat(list.matches("my name99999")).isFalse();
    }

    @Test
    void hostilePatternsTakeNoTime() {
        String text = "a".repeat(100_000);
        assertThat(Wildcard.of("*a".repeat(500) + "*b", true).matches(text)).isFalse();
        assertThat(Wildcard.of("*" + "?a".repeat(50) + "b*", true).matches(text))
                .isFalse();
    }

    private static boolean reference(String pattern, String text, boolean ignoreCase) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        String rest = pattern.substring(1);
        if (first == '*') {
            return IntStream.rangeClosed(0, text.length())
                    .anyMatch(i -> reference(rest, text.substring(i), ignoreCase));
        }
        return !text.isEmpty()
                && (first == '?' || same(first, text.charAt(0), ignoreCase))
                && reference(rest, text.substring(1), ignoreCase);
    }

    private static boolean same(char a, char b, boolean ignoreCase) {
        return a == b || (ignoreCase && Values.equalFolded(String.valueOf(a), String.valueOf(b)));
    }

    private static String text(Random random, String alphabet, int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(maxLength + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
