package io.eqlair.eql.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * A pattern, a newline, and a text: the pattern is refused as patterns are, or says of the text soon what the straightforward way
 * says of it. Lucene's own automaton is that for its dialect, and a table of all beginnings for wildcards.
 */
class PatternFuzzTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int LONGEST_WILDCARD = 300;

    @FuzzTest
    void aPatternIsRefusedOrSaysWhatItMeans(byte[] input) {
        String[] parts = new String(input, UTF_8).split("\n", 2);
        String pattern = parts[0];
        String text = parts.length < 2 ? "" : parts[1];
        long start = System.nanoTime();
        for (boolean ignoreCase : new boolean[] {false, true}) {
            Optional<Boolean> lucene = answer(() -> Regex.lucene(List.of(pattern), ignoreCase), text);
            if (lucene.isPresent() && !ignoreCase) {
                straightforward(pattern, text)
                        .ifPresent(expected -> assertThat(lucene).hasValue(expected));
            }
            answer(() -> Regex.java(List.of(pattern), ignoreCase), text);
        }
        wildcard(pattern, text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private static void wildcard(String pattern, String text) {
        if (pattern.length() < LONGEST_WILDCARD && text.length() < LONGEST_WILDCARD) {
            boolean expected = reference(pattern, text);
            assertThat(Wildcard.of(pattern, false).matches(text)).isEqualTo(expected);
            assertThat(Wildcard.anyOf(List.of("no such text", pattern), false).matches(text))
                    .isEqualTo(expected || text.equals("no such text"));
        }
    }

    /** Nothing where the pattern is refused. */
    private static Optional<Boolean> answer(Supplier<TextPattern> compilation, String text) {
        try {
            return Optional.of(compilation.get().matches(text));
        } catch (PatternError refused) {
            assertThat(refused).message().isNotBlank();
            return Optional.empty();
        }
    }

    /** Nothing where Lucene finds it too hard. */
    @SuppressWarnings("deprecation")
    private static Optional<Boolean> straightforward(String pattern, String text) {
        try {
            Automaton whole = new RegExp(pattern, RegExp.ALL | RegExp.DEPRECATED_COMPLEMENT).toAutomaton();
            return Optional.of(Operations.run(Operations.determinize(whole, 10_000), text));
        } catch (TooComplexToDeterminizeException tooHard) {
            return Optional.empty();
        }
    }

    /** Which beginnings of the pattern match which beginnings of the text. */
    private static boolean reference(String pattern, String text) {
        boolean[][] matches = new boolean[pattern.length() + 1][text.length() + 1];
        matches[0][0] = true;
        for (int i = 1; i <= pattern.length(); i++) {
            char c = pattern.charAt(i - 1);
            for (int j = 0; j <= text.length(); j++) {
                matches[i][j] = c == '*'
                        ? matches[i - 1][j] || (j > 0 && matches[i][j - 1])
                        : j > 0 && matches[i - 1][j - 1] && (c == '?' || c == text.charAt(j - 1));
            }
        }
        return matches[pattern.length()][text.length()];
    }
}
