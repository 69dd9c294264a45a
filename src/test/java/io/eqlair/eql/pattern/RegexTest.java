package io.eqlair.eql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.problem.Problem;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
    private static final long SEED = 20_260_104;

    /** Its deterministic automaton has 2^30 states: which of the last 30 characters were an `a`? */
    private static final String EXPLODING = "(a|b)*a(a|b){30}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.c             | abc        | true",
                "a.c             | xabcx      | false",
                "`abc|abd`       | abd        | true",
                "a.*             | `a\nb`     | true",
                "ab?c+           | acc        | true",
                "a{2,3}          | aaaa       | false",
                "a{2,}           | aaaa       | true",
                "[a-c]+          | abcabc     | true",
                "[^a-c]+         | xyz        | true",
                "\\d+\\.\\d+     | 10.5       | true",
                "\\w+\\s\\w+     | foo bar    | true",
                "\\S+            | foo bar    | false",
                "[\\d_]+         | 1_000      | true",
                "^a$             | a          | false",
                "^a$             | ^a$        | true",
                "a.*?            | abb        | true",
                "~abc            | abc        | false",
                "~(abc)          | abcd       | true",
                "~(.*foo.*)      | a foo b    | false",
                ".*b.*&.*a.*     | xaxbx      | true",
                ".*b.*&.*a.*     | xbx        | false",
                "a@              | a anything | true",
                "#               | ``         | false",
                "`a|#`           | a          | true",
                "<1-9>           | 7          | true",
                "<1-9>           | 07         | false",
                "<01-20>         | 07         | true",
                "host<1-100>     | host100    | true",
                "host<1-100>     | host101    | false",
                "\"a.c\"         | a.c        | true",
                "\"a.c\"         | abc        | false",
                "\\(\\?i\\)      | (?i)       | true",
                "()              | ``         | true",
                ".               | 😀          | true"
            })
    void lucenesDialectMatchesWholeTexts(String pattern, String text, boolean expected) {
        assertThat(Regex.lucene(List.of(pattern), false).matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cmd\\.exe      | CMD.EXE",
                "[a-f]+         | ABCDEF",
                "[A-F0-9]+      | deadbeef",
                "[xyz]          | Y",
                "äöü            | ÄÖÜ",
                "kiss           | \u212Aiſs",
                "~(abc)         | ABD"
            })
    void lucenesDialectIgnoresCaseWhenTold(String pattern, String text) {
        assertThat(Regex.lucene(List.of(pattern), true).matches(text)).isTrue();
    }

    @Test
    void ignoringCaseReachesIntoComplements() {
        assertThat(Regex.lucene(List.of("~(abc)"), true).matches("ABC")).isFalse();
        assertThat(Regex.lucene(List.of("[^a-c]"), true).matches("B")).isFalse();
    }

    @Test
    void oneExpressionOfAListSuffices() {
        TextPattern list = Regex.lucene(List.of("a+", "b+", "<1-9>"), false);
        assertThat(Stream.of("aa", "bb", "5", "ab", "").map(list::matches))
                .containsExactly(true, true, true, false, false);
        TextPattern java = Regex.java(List.of("a|b", "c+"), false);
        assertThat(Stream.of("a", "b", "cc", "ac").map(java::matches)).containsExactly(true, true, true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.c            | abc     | true",
                "a.c            | xabcx   | false",
                "a.c            | `a\nc`  | false",
                "(?s)a.c        | `a\nc`  | true",
                "^a$            | a       | true",
                "(?i)ABC        | abc     | true",
                "(?:ab)+?       | abab    | true",
                "\\p{Lu}\\d     | A1      | true",
                "`a|bc`         | bc      | true"
            })
    void javasDialectMatchesWholeTexts(String pattern, String text, boolean expected) {
        assertThat(Regex.java(List.of(pattern), false).matches(text)).isEqualTo(expected);
    }

    @Test
    void javasDialectIgnoresCaseWhenTold() {
        assertThat(Regex.java(List.of("[a-f]+ä"), true).matches("ABCÄ")).isTrue();
    }

    @Test
    void lucenesDialectAgreesWithJavasWhereTheyAreTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String pattern = expression(random, 3);
            TextPattern lucene = Regex.lucene(List.of(pattern), false);
            Pattern java = Pattern.compile(pattern, Pattern.DOTALL);
            for (int j = 0; j < 5; j++) {
                String text = text(random);
                assertThat(lucene.matches(text))
                        .as("`%s` on `%s`, seed %s", pattern, text, SEED)
                        .isEqualTo(java.matcher(text).matches());
            }
        }
    }

    @Test
    void bothWaysToRunAnAutomatonAgree() {
        Random random = new Random(SEED);
        TextPattern exploding = Regex.lucene(List.of(EXPLODING), false);
        assertThat(exploding).isInstanceOf(AutomatonPattern.class);
        Pattern java = Pattern.compile(EXPLODING);
        for (int i = 0; i < 1_000; i++) {
            String text = Stream.generate(() -> random.nextBoolean() ? "a" : "b")
                    .limit(random.nextInt(20, 50))
                    .reduce("", String::concat);
            assertThat(exploding.matches(text))
                    .as(text)
                    .isEqualTo(java.matcher(text).matches());
        }
    }

    static Stream<TextPattern> shared() {
        return Stream.of(
                Regex.lucene(List.of("(ab|cd)*x?"), false),
                Regex.lucene(List.of(EXPLODING, "(ab|cd)*x?"), true),
                Regex.java(List.of("(ab|cd)*x?"), false),
                Wildcard.anyOf(List.of("ab*", "*cd?"), true));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void threadsMayShareAPattern(TextPattern pattern) throws ExecutionException, InterruptedException {
        List<String> texts = IntStream.range(0, 2_000)
                .mapToObj(i -> "ab".repeat(i % 7) + "cd".repeat(i % 11) + "x".repeat(i % 3))
                .toList();
        List<Boolean> expected = texts.stream().map(pattern::matches).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<Boolean>>> results = IntStream.range(0, 32)
                    .mapToObj(i -> threads.submit(
                            () -> texts.stream().map(pattern::matches).toList()))
                    .toList();
            for (Future<List<Boolean>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ab)c           | REGEX_STRAY_PARENTHESIS | 2",
                "(ab            | REGEX_UNCLOSED          | 3",
                "[ab            | REGEX_UNCLOSED          | 3",
                "a{2            | REGEX_UNCLOSED          | 3",
                "\"ab           | REGEX_UNCLOSED          | 3",
                "<1-            | REGEX_UNCLOSED          | 3",
                "`ab|`          | REGEX_ENDS_EARLY        | 3",
                "ab\\           | REGEX_ENDS_EARLY        | 3",
                "C:\\Users      | REGEX_ESCAPE_UNKNOWN    | 2",
                "a{x}           | REGEX_REPETITION        | 2",
                "a{3,1}         | REGEX_REPETITION        | -1",
                "a{99999999999} | REGEX_REPETITION        | -1",
                "x<name>        | REGEX_INTERVAL          | 1",
                "x<1-2-3>       | REGEX_INTERVAL          | 1",
                "[z-a]          | REGEX_SYNTAX            | -1",
                "a(?i)b         | REGEX_GROUP_OPTION      | 1",
                "(a{999}){999}  | REGEX_TOO_LARGE         | -1",
                "a{5000}        | REGEX_TOO_LARGE         | -1",
                "~(.*a.{30})    | REGEX_TOO_LARGE         | -1"
            })
    void lucenesDialectExplainsWhatIsWrong(String pattern, Problem problem, int position) {
        assertThatExceptionOfType(PatternError.class)
                .isThrownBy(() -> Regex.lucene(List.of("fine", pattern), false))
                .satisfies(error -> assertThat(error.problem()).isEqualTo(problem))
                .satisfies(error -> assertThat(error.pattern()).isEqualTo(pattern))
                .satisfies(error -> assertThat(error.position()).isEqualTo(position));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a(?=b)       | REGEX_BACKTRACKING | 1",
                "a(?<!b)      | REGEX_BACKTRACKING | 1",
                "(a)\\1       | REGEX_BACKTRACKING | 3",
                "(a?){400}    | REGEX_TOO_LARGE    | -1",
                "a++          | REGEX_SYNTAX       | 1",
                "a)(b         | REGEX_SYNTAX       | -1",
                "(a           | REGEX_SYNTAX       | 0",
                "\\y          | REGEX_SYNTAX       | 0",
                "(a{999}){999} | REGEX_TOO_LARGE   | -1"
            })
    void javasDialectExplainsWhatIsWrong(String pattern, Problem problem, int position) {
        assertThatExceptionOfType(PatternError.class)
                .isThrownBy(() -> Regex.java(List.of("fine", pattern), false))
                .satisfies(error -> assertThat(error.problem()).isEqualTo(problem))
                .satisfies(error -> assertThat(error.pattern()).isEqualTo(pattern))
                .satisfies(error -> assertThat(error.position()).isEqualTo(position));
    }

    @Test
    void aMessageSaysWhatToWriteInstead() {
        assertThatExceptionOfType(PatternError.class)
                .isThrownBy(() -> Regex.lucene(List.of("C:\\Users"), false))
                .withMessage(
                        "`\\U` has no meaning in a regular expression: with letters there are `\\d \\D \\s \\S \\w \\W`.")
                .satisfies(
                        error -> assertThat(error.wayOut())
                                .isEqualTo(
                                        "For a backslash write two, or four in a string in double quotes: name regex \"C:\\\\\\\\U.*\""));
    }

    @Test
    @Timeout(20)
    void anyTextCompilesOrIsRefused() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            List<String> pattern = List.of(noise(random));
            tryOut(() -> Regex.lucene(pattern, random.nextBoolean()), "aab(1)");
            tryOut(() -> Regex.java(pattern, random.nextBoolean()), "aab(1)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{0,9}){0,9}){0,9}){0,9}){0,9}",
                "(((a?){44}){44})",
                "(((a?){16}){15})",
                "(a?){90}",
                "(a*)*(a*)*(a*)*(a*)*b",
                "~(~(~(~(a{9}))))",
                "((a|b|c|d|e|f|g|h){1,30}x?){1,9}",
                "(.*a.*&.*b.*&.*c.*&.*d.*&.*e.*&.*f.*&.*g.*){9}"
            })
    @Timeout(5)
    void hostileExpressionsAreBounded(String pattern) {
        String text = "a".repeat(2_000);
        tryOut(() -> Regex.lucene(List.of(pattern), true), text);
        tryOut(() -> Regex.java(List.of(pattern), true), text);
    }

    @Test
    void lengthDepthAndRangesAreBounded() {
        assertThat(problemOf("a".repeat(1_001), false)).isEqualTo(Problem.REGEX_TOO_LONG);
        assertThat(problemOf("(".repeat(101) + "a" + ")".repeat(101), false)).isEqualTo(Problem.REGEX_TOO_DEEP);
        assertThat(problemOf(")".repeat(200) + "(".repeat(101), false)).isEqualTo(Problem.REGEX_TOO_DEEP);
        assertThat(problemOf("[\u0001-\udbff\udfff]".repeat(3), true)).isEqualTo(Problem.REGEX_RANGES_TOO_WIDE);
        assertThat(Regex.lucene(List.of("~".repeat(999) + "a"), false).matches("b"))
                .isTrue();
        assertThat(Regex.lucene(List.of("a" + "?".repeat(999)), false).matches(""))
                .isTrue();
    }

    /** RE2/J would look for the other cases of these for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u1c80",
                "a\u1c88b",
                "[\u1c84]",
                "\\x{1C85}",
                "\\x{01c86}+",
                "[a-\uffff]",
                "[^\\x00-\\x{10FFFF}]",
                "[\\--\u2000]",
                "[\u0400-\\x{1c80}]",
                "\\Q\u1c82\\E",
                "\\Q\\\u1c82\\E",
                "\\Q\\x\u1c820\\E",
                "\\Q\\x{\u1c82}\\E",
                "[--\uffff]",
                "[\\t-\uffff]",
                "[\\01-\uffff]",
                "[\\\\-\uffff]"
            })
    @Timeout(5)
    void lettersWithoutAWayBackAreRefusedWhereCaseIsIgnored(String pattern) {
        List<String> within = List.of("(?i)x" + pattern);
        assertThatThrownBy(() -> Regex.java(List.of(pattern), true))
                .isInstanceOfSatisfying(
                        PatternError.class, error -> assertThat(error.problem()).isEqualTo(Problem.REGEX_FOLD));
        assertThatThrownBy(() -> Regex.java(within, false)).isInstanceOf(PatternError.class);
        assertThat(Regex.java(List.of(pattern), false)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\\x{400}-\\x{1C7F}\\x{1C89}-\\x{2000}]+", "[a-z0-9-]+.*", "\\pL-\\d-x", "\\x4g|\\x{|y"})
    @Timeout(5)
    void otherRangesAreNot(String pattern) {
        try {
            assertThat(Regex.java(List.of(pattern), true)).isNotNull();
        } catch (PatternError malformed) {
            assertThat(malformed.problem()).isEqualTo(Problem.REGEX_SYNTAX);
        }
    }

    private static Problem problemOf(String pattern, boolean ignoreCase) {
        try {
            Regex.lucene(List.of(pattern), ignoreCase);
            throw new AssertionError("not refused: " + pattern);
        } catch (PatternError e) {
            return e.problem();
        }
    }

    private static void tryOut(Supplier<TextPattern> compilation, String text) {
        TextPattern pattern;
        try {
            pattern = compilation.get();
        } catch (PatternError refused) {
            assertThat(refused).message().isNotBlank();
            return;
        }
        pattern.matches(text);
    }

    /** An expression that means the same in both dialects. */
    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return String.valueOf("ab.".charAt(random.nextInt(3)));
        }
        String inner = expression(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> inner + "|" + expression(random, depth - 1);
            case 1 -> "(" + inner + ")*";
            case 2 -> "(" + inner + ")?";
            case 3 -> "(" + inner + "){1,3}";
            case 4 -> "[^a]" + inner;
            case 5 -> inner + "[ab]+";
            case 6 -> "(" + inner + ")" + expression(random, depth - 1);
            case 7 -> "\\d" + inner;
            default -> inner + expression(random, depth - 1);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append("aab1\n".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static String noise(Random random) {
        String alphabet = "ab1()[]{}|&~@#<>-^$.*+?,\\\"ds";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(16); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
