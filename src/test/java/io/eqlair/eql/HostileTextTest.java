package io.eqlair.eql;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.parser.EqlPrinter;
import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text comes in: a checked query or a text for its author comes out, soon, and nothing else. */
@Timeout(120)
class HostileTextTest {

    private static final long SEED = 20261122;
    private static final int SMALL_STACK = 512 * 1024;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final List<String> PIECES = List.of(
            "any where ",
            "sequence ",
            "sample by a ",
            "[any where true]",
            "with maxspan=",
            "with runs=",
            "until ",
            "a",
            "`b c`",
            ".",
            "?",
            "not ",
            "and ",
            "or ",
            "in ",
            "in~ ",
            "(",
            ")",
            ",",
            ":",
            "like ",
            "regex~ ",
            "==",
            "!=",
            "<",
            ">=",
            "=",
            "+",
            "-",
            "*",
            "/",
            "%",
            "[",
            "![",
            "]",
            "|",
            "head ",
            "1",
            "2.5",
            "99999999999999999999",
            "1e400",
            "true",
            "null",
            "\"x*\"",
            "\"\"\"[a-\"\"\"",
            "\"10.0.0.0/8\"",
            "cidrMatch(",
            "length(",
            "add(",
            "@timestamp",
            " ",
            "\n",
            "//",
            "/*",
            "*/",
            "'",
            "\"",
            "\\",
            "5m ",
            "by ",
            "of ",
            "1/0",
            "\"(\"");

    private final Random random = new Random(SEED);

    static List<String> queries() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/eql/queries.txt"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void usefulQueriesAreAccepted(String query) {
        assertThat(refusal(query)).isNull();
    }

    @Test
    void randomCharactersAreSurvived() {
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "any where " : "");
            random.ints(random.nextInt(40), 0, Character.MAX_CODE_POINT + 1).forEach(text::appendCodePoint);
            survive(text.toString());
        }
    }

    @Test
    void randomPiecesOfQueriesAreSurvived() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "any where " : "");
            random.ints(random.nextInt(25), 0, PIECES.size()).forEach(piece -> text.append(PIECES.get(piece)));
            survive(text.toString());
        }
    }

    @Test
    void damagedQueriesAreSurvived() throws IOException {
        List<String> queries = queries();
        for (int i = 0; i < 10_000; i++) {
            String text = queries.get(random.nextInt(queries.size()));
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                text = damaged(text, queries.get(random.nextInt(queries.size())));
            }
            survive(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "not ",
                "-",
                "- -",
                "length(",
                "a + ",
                "a and (",
                "a or (",
                "(a + ",
                "a in (",
                "[",
                "![",
                "a == ",
                "a.",
                "/*",
                "`",
                "?",
                "concat(1, ",
                "not (a or b and ",
                "sequence ",
                "any where ",
                "[any where true] ",
                "by ",
                "|",
                "a : (",
                "\"\"\"",
                "a % ("
            })
    void endlessRepetitionIsRefused(String piece) {
        for (int times : new int[] {10, 99, 101, 5_000, 100_000}) {
            survive("any where " + piece.repeat(times));
            survive("sequence [any where " + piece.repeat(times) + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(<>)",
                "not (<>)",
                "-(<>)",
                "(<>) == true",
                "true == (<>)",
                "(<> + 1) == 1",
                "length(string(<>)) > 0",
                "(a or (a and (<>)))",
                "((<>) or a) and b",
                "concat(<>, \"x\") == \"y\"",
                "(<>) in (true, false)",
                "string(<>) : \"a*\"",
                "1 + (<> + 1)",
                "(a + <>) + 1 + 1 + 1",
                "not not (<>)",
                "concat(a) == string(<>)",
                "(((<>) == null) == null)"
            })
    void theDeepestThatIsAllowedFitsOnASmallStack(String shape) throws InterruptedException {
        for (int depth = 1; depth < 110; depth++) {
            String text = "a";
            for (int i = 0; i < depth; i++) {
                text = shape.replace("<>", text);
            }
            String query = "any where " + text;
            onSmallStack(() -> survive(query));
        }
    }

    /** Each pair of parentheses is one deeper only, but holds a chain as long as the depth still allows. */
    @Test
    void chainsWithinChainsCannotAddUp() throws InterruptedException {
        String text = "a";
        for (int i = 0; i < 95; i++) {
            text = "(" + text + "+1".repeat(99 - i) + ")";
        }
        String query = "any where " + text + " == 1";
        onSmallStack(() -> survive(query));
    }

    @Test
    void largeListsAndLongTextsTakeNoTime() {
        survive("any where a in (" + "1, ".repeat(9_999) + "1)");
        survive("any where a in (" + "1, ".repeat(10_000) + "1)");
        survive("any where a : (" + "\"*x*\", ".repeat(9_999) + "\"y\")");
        survive("any where " + "a == 1 or ".repeat(9_999) + "b == 2");
        survive("any where a in (" + "\"\"\"x\"\"\", ".repeat(9_999) + "1)");
        survive("any where " + "a".repeat(262_000));
        survive("any where " + "a".repeat(300_000));
        survive("any where a == \"" + "\\\\".repeat(131_000) + "\"");
        survive("any where " + "9".repeat(262_000) + " > a");
        survive("any where concat(" + "a, ".repeat(9_000) + "a) == \"\"");
        survive("sequence " + "[any where true] with runs=100 ".repeat(63));
    }

    private String damaged(String text, String other) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String before = text.substring(0, from);
        String behind = text.substring(to);
        return switch (random.nextInt(6)) {
            case 0 -> before + behind;
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> before + (char) random.nextInt(0x10000) + behind;
            case 3 -> before + other.substring(Math.min(from, other.length()));
            case 4 -> before + PIECES.get(random.nextInt(PIECES.size())) + behind;
            default -> withFlippedBit(text);
        };
    }

    private String withFlippedBit(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void survive(String text) {
        long start = System.nanoTime();
        EqlException refusal = refusal(text);
        if (refusal != null) {
            assertThat(refusal.diagnostics()).isNotEmpty();
            refusal.diagnostics().forEach(diagnostic -> assertPlace(text, diagnostic, refusal.source()));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private static void assertPlace(String text, Diagnostic diagnostic, Source source) {
        assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length());
        assertThat(source.render(diagnostic))
                .contains(diagnostic.message(), "^")
                .hasSizeLessThan(2_000);
    }

    /** Why the text is refused; null where it is not, and then it can be written out and read again. */
    private static @Nullable EqlException refusal(String text) {
        try {
            Statement statement = analyzed(text);
            String printed = EqlPrinter.print(statement);
            assertThat(EqlPrinter.print(analyzed(printed))).isEqualTo(printed);
            return null;
        } catch (EqlException refused) {
            return refused;
        } catch (RuntimeException | StackOverflowError wrong) {
            String shown = text.substring(0, Math.min(text.length(), 300));
            throw new AssertionError("seed " + SEED + ": " + shown, wrong);
        }
    }

    private static Statement analyzed(String text) {
        Source source = new Source(text);
        Statement statement = EqlParser.parse(source);
        assertThat(Analyzer.analyze(statement, source, EqlLimits.DEFAULT, "@timestamp"))
                .isNotNull();
        return statement;
    }

    private static void onSmallStack(Runnable work) throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((ignored, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
