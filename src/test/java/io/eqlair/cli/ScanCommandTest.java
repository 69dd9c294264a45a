package io.eqlair.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of files and of standard input: alerts on standard output, all else on standard error. */
class ScanCommandTest {

    private static final String NC = "{\"event.category\":\"process\",\"process.name\":\"nc\"}\n";

    @Test
    void alertsAreWrittenOneToALine() {
        Called called = scan("three.ndjson");
        assertThat(called.json())
                .extracting(alert -> alert.at("/rule/name").asString())
                .containsExactly("Netcat listens", "Started, and nothing written");
        assertThat(called.json().getFirst().at("/event_time").asString()).isEqualTo("2026-01-01T10:00:00Z");
        assertThat(called.code()).isZero();
    }

    @Test
    void anEventThatIsOnSeveralLinesIsOnOneInItsAlert() {
        String event = "[" + NC.replace(",", ",\r\n") + "]";
        Called called = Called.with(
                new ByteArrayInputStream(event.getBytes(UTF_8)), false, "scan", "--rules", Called.RULES, "-");
        assertThat(called.json()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "kibana", "ecs", "ocsf"})
    void alertsAreWrittenInTheFormatThatIsAskedFor(String format) {
        Called called =
                Called.with("scan", "--rules", Called.RULES, "--format", format, Called.EVENTS + "three.ndjson");
        assertThat(called.json()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aFormatThatThereIsNotIsAWrongCall() {
        Called called = Called.with("scan", "--rules", Called.RULES, "--format", "xml", Called.EVENTS + "three.ndjson");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("`--format` is `xml`: expected `native`, `kibana`, `ecs` or `ocsf`.");
    }

    @Test
    void theSummaryTellsAllThereIsToTell() {
        assertThat(scan("three.ndjson").err().lines().map(line -> line.replaceAll("in .* \\(.*/s\\)", "in …")))
                .contains(
                        "3 events in …, 0 rejected.",
                        "2 alerts.",
                        "       1  Netcat listens (00000000-0000-4000-8000-0000000000a1)",
                        "Rules: 2 active, 1 disabled, 1 rejected, 1 unsupported.");
    }

    @Test
    void rulesThatAreRejectedAreToldWithTheirPlace() {
        assertThat(scan("three.ndjson").err()).contains("single_equals.toml:8:", "Use `==`");
    }

    @Test
    void severalFilesAreOneStream() {
        assertThat(Called.with(
                                "scan",
                                "--rules",
                                Called.RULES,
                                Called.EVENTS + "array.json",
                                Called.EVENTS + "three.ndjson")
                        .json())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eventsMayComeFromStandardInputPackedOrNot(boolean packed) throws IOException {
        byte[] events = packed ? gzip(NC + NC) : (NC + NC).getBytes(UTF_8);
        assertThat(Called.with(new ByteArrayInputStream(events), false, "scan", "--rules", Called.RULES)
                        .json())
                .hasSize(2);
        assertThat(Called.with(new ByteArrayInputStream(events), false, "scan", "--rules", Called.RULES, "-")
                        .json())
                .hasSize(2);
    }

    @Test
    void aPackedFileIsKnownByItsContent(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("events"), gzip(NC));
        assertThat(Called.with("scan", "--rules", Called.RULES, file.toString()).json())
                .hasSize(1);
    }

    @Test
    void noEventsAreNoFault() {
        Called called = Called.with("scan", "--rules", Called.RULES);
        assertThat(called.err()).contains("0 events");
        assertThat(called.code()).isZero();
    }

    @Test
    void badEventsAreToldAndStopNothing() {
        Called called = scan("some_bad.ndjson");
        assertThat(called.json()).hasSize(2);
        assertThat(called.err()).contains("2 events", "2 rejected.", "some_bad.ndjson: event 2: ", "[event_not_json]");
        assertThat(called.code()).isEqualTo(1);
    }

    @Test
    void aFileThatBreaksOffIsToldAndTheNextIsRead(@TempDir Path directory) throws IOException {
        byte[] packed = gzip(NC.repeat(50_000));
        Path half = Files.write(directory.resolve("half.gz"), Arrays.copyOf(packed, packed.length / 2));
        Called called = Called.with("scan", "--rules", Called.RULES, half.toString(), Called.EVENTS + "array.json");
        assertThat(called.err()).contains(half + ": reading ended too early", "it ends too early");
        assertThat(called.json()).hasSizeGreaterThan(10_000);
        assertThat(called.code()).isEqualTo(1);
    }

    @Test
    void theIndexOfEventsMayBeSaid(@TempDir Path directory) throws IOException {
        String rule = Files.readString(Path.of(Called.RULES, "listens.toml")) + "\nindex = [\"logs-a-*\"]\n";
        String rules = Files.writeString(directory.resolve("rule.toml"), rule).toString();
        String events = Called.EVENTS + "array.json";
        assertThat(Called.with("scan", "--rules", rules, "--index", "logs-a-x", events)
                        .json())
                .hasSize(2);
        assertThat(Called.with("scan", "--rules", rules, "--index", "logs-b-x", events)
                        .json())
                .isEmpty();
    }

    @Test
    void withoutAnActiveRuleThereIsNoScan() {
        Called called = Called.with("scan", "--rules", Called.REJECTED, Called.EVENTS + "array.json");
        assertThat(called.err()).contains("No rule is active", "1 rejected", "Use `==`");
        assertThat(called.code()).isEqualTo(1);
    }

    @Test
    void progressIsDrawnOnATerminalAndErased() {
        Called called = Called.with(slow(), true, "scan", "--rules", Called.RULES);
        assertThat(called.err()).contains("\r\u001b[K0 MB, ", " events/s, ").contains("\r\u001b[K50,000 events in");
        assertThat(Called.with(slow(), true, "scan", "--rules", Called.RULES, "--no-progress")
                        .err())
                .doesNotContain("\r");
        assertThat(Called.with(slow(), false, "scan", "--rules", Called.RULES).err())
                .doesNotContain("\r");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFault() {
        OutputStream head = failingAfter(3, "Broken pipe");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.run(
                new String[] {"scan", "--rules", Called.RULES + "/listens.toml"},
                new Streams(endless(), head, Streams.printer(err), false));
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void alertsThatCannotBeWrittenAreAFault() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.run(
                new String[] {"scan", "--rules", Called.RULES + "/listens.toml"},
                new Streams(endless(), failingAfter(1, "No space left on device"), Streams.printer(err), false));
        assertThat(err.toString(UTF_8)).contains("The alerts cannot be written: No space left on device.");
        assertThat(code).isEqualTo(1);
    }

    private static Called scan(String events) {
        return Called.with("scan", "--rules", Called.RULES, "--rules", Called.REJECTED, Called.EVENTS + events);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Events of which the last come after a while. */
    private static InputStream slow() {
        return new Pieces("{}\n".repeat(25_000), 2, 150_000_000);
    }

    /** More events than anybody waits for. */
    private static InputStream endless() {
        return new Pieces(NC.repeat(1_000), Integer.MAX_VALUE, 0);
    }

    /** What is read by somebody who leaves after so many alerts. */
    private static OutputStream failingAfter(int alerts, String why) {
        return new OutputStream() {
            private int left = alerts;

            @Override
            public void write(int b) throws IOException {
                throw new IOException("an alert is written at once");
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (left-- == 0) {
                    throw new IOException(why);
                }
            }
        };
    }

    /** The same text several times, with a pause before each but the first. */
    private static final class Pieces extends InputStream {

        private final byte[] piece;
        private final long pauseNanos;
        private int left;
        private int position;

        Pieces(String piece, int count, long pauseNanos) {
            this.piece = piece.getBytes(UTF_8);
            this.left = count;
            this.pauseNanos = pauseNanos;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (position == piece.length) {
                left--;
                position = 0;
                LockSupport.parkNanos(pauseNanos);
            }
            int count = left == 0 ? -1 : Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, from, Math.max(count, 0));
            position += Math.max(count, 0);
            return count;
        }
    }
}
