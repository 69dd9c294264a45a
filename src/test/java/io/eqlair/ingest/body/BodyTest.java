package io.eqlair.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.eqlair.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, packed in every way and in wrong ones. */
class BodyTest {

    private static final BodyLimits LIMITS = BodyLimits.of(10_000_000);

    @ParameterizedTest
    @EnumSource(Packing.class)
    void whateverIsPackedIsUnpacked(Packing packing) throws IOException {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            byte[] bytes = RandomBytes.of(random, 1 << random.nextInt(19));
            assertThat(read(packing.pack(bytes), packing.encoding(), random))
                    .as("seed %s", seed)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void whatIsPackedTwiceIsUnpackedTwice(Packing inner) throws IOException {
        byte[] bytes = RandomBytes.of(new Random(1), 100_000);
        for (Packing outer : Packing.values()) {
            String encoding = inner.encoding() + ", " + outer.encoding();
            assertThat(read(outer.pack(inner.pack(bytes)), encoding, new Random(2)))
                    .as(encoding)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void partsThatFollowEachOtherAreOneBodyWhereTheFormatHasThem(Packing packing) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            parts.writeBytes(packing.pack("part".getBytes(UTF_8)));
        }
        if (packing.isContinuable()) {
            assertThat(read(parts.toByteArray(), packing.encoding(), new Random(1)))
                    .asString(UTF_8)
                    .isEqualTo("partpartpart");
        } else {
            refused(parts.toByteArray(), packing.encoding(), "something follows its end");
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void whatFollowsAndIsNotPackedIsNotDroppedInSilence(Packing packing) {
        byte[] packed = packing.pack("{}".getBytes(UTF_8));
        byte[] longer = Arrays.copyOf(packed, packed.length + 20);
        Arrays.fill(longer, packed.length, longer.length, (byte) ' ');
        refused(longer, packing.encoding(), "cannot be unpacked");
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void whatIsCutOffAnywhereIsRefused(Packing packing) {
        byte[] packed = packing.pack(RandomBytes.of(new Random(8), 5_000));
        Random random = new Random(3);
        for (int length = 0; length < packed.length; length += 1 + random.nextInt(1 + packed.length / 300)) {
            if (packing != Packing.FRAMED_SNAPPY || !endsAFrame(packed, length)) {
                refused(Arrays.copyOf(packed, length), packing.encoding(), "cannot be unpacked");
            }
        }
    }

    /** The format with frames has no end: where one ends, the body may. */
    private static boolean endsAFrame(byte[] packed, int length) {
        int at = 0;
        while (at < length) {
            at += 4 + (packed[at + 1] & 0xFF) + ((packed[at + 2] & 0xFF) << 8) + ((packed[at + 3] & 0xFF) << 16);
        }
        return at == length && length > 0;
    }

    /** Where there is no checksum, or one that leaves something out, damage may go unnoticed; it must do no harm. */
    @ParameterizedTest
    @EnumSource(Packing.class)
    void whatIsDamagedIsRefusedOrReadAndNothingElse(Packing packing) throws IOException {
        byte[] bytes = RandomBytes.of(new Random(5), 3_000);
        boolean checked = packing == Packing.GZIP || packing == Packing.DEFLATE;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = packing.pack(bytes);
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                byte[] read = read(damaged, packing.encoding(), random);
                assertThat(!checked || Arrays.equals(read, bytes))
                        .as("seed %s", seed)
                        .isTrue();
            } catch (BodyRejected told) {
                assertThat(told.problem()).isIn(Problem.BODY_PACKED_BADLY, Problem.BODY_TOO_LARGE, Problem.BODY_GROWS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "zstd", "snappy"})
    void whatIsNotPackedAtAllIsRefusedByName(String encoding) {
        refused("{\"a\": 1}".getBytes(UTF_8), encoding, "`Content-Encoding: " + encoding + "`");
        refused(new byte[0], encoding, "it ends too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", " Identity ", "identity,identity", "gzip, identity", "identity ,X-GZIP"})
    void identityIsNoPacking(String encoding) throws IOException {
        byte[] bytes = "{}".getBytes(UTF_8);
        byte[] sent = encoding.toLowerCase(Locale.ROOT).contains("gzip") ? Packing.GZIP.pack(bytes) : bytes;
        assertThat(read(sent, encoding, new Random(1))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"br", "gzip, br", "gzip, gzip, gzip", "identity, identity, identity", "compress", "gzip;q=1"})
    void whatIsNotKnownIsToldWithWhatIs(String encoding) {
        assertThatThrownBy(() -> read(new byte[1], encoding, new Random(1)))
                .isInstanceOfSatisfying(
                        BodyRejected.class, why -> assertThat(why.problem()).isEqualTo(Problem.BODY_ENCODING))
                .hasMessageContainingAll("`" + encoding + "`", "at most 2 of `gzip`, `deflate`, `zstd`, `snappy`");
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void theLimitIsOnUnpackedBytes(Packing packing) throws IOException {
        byte[] bytes = new byte[300_000];
        byte[] packed = packing.pack(bytes);
        assertThat(read(packed, packing.encoding(), BodyLimits.of(bytes.length)))
                .isEqualTo(bytes);
        refused(packed, packing.encoding(), BodyLimits.of(bytes.length - 1), Problem.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void theRatioIsOnWhatWasSent(Packing packing) throws IOException {
        byte[] twoMegabytes = packing.pack(new byte[2 << 20]);
        int growth = (2 << 20) / twoMegabytes.length;
        assertThat(read(twoMegabytes, packing.encoding(), new BodyLimits(10_000_000, growth + 1)))
                .hasSize(2 << 20);
        refused(twoMegabytes, packing.encoding(), new BodyLimits(10_000_000, growth / 2), Problem.BODY_GROWS);
        byte[] oneMegabyte = packing.pack(new byte[1 << 20]);
        assertThat(read(oneMegabyte, packing.encoding(), new BodyLimits(10_000_000, 2)))
                .hasSize(1 << 20);
    }

    @ParameterizedTest
    @CsvSource({"GZIP, GZIP", "GZIP, ZSTD", "ZSTD, GZIP", "ZSTD, ZSTD"})
    void aBombWithinABombIsStillMeasuredByWhatWasSent(Packing inner, Packing outer) {
        byte[] bomb = outer.pack(inner.pack(new byte[9_000_000]));
        refused(bomb, inner.encoding() + "," + outer.encoding(), LIMITS, Problem.BODY_GROWS);
    }

    @Test
    void partsThatAreEmptyMayBeManyAndNotEndless() throws IOException {
        byte[] empty = Packing.GZIP.pack(new byte[0]);
        InputStream endless = new Repeated(empty);
        assertThatThrownBy(() -> new Body(endless, -1, "gzip").open(5_000_000).read())
                .isInstanceOfSatisfying(
                        BodyRejected.class, why -> assertThat(why.problem()).isEqualTo(Problem.BODY_TOO_LARGE));
    }

    @Test
    void aNameInAGzipHeaderMayBeLongAndNotEndless() {
        byte[] header = HexFormat.of().parseHex("1f8b0808000000000003");
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(header), new Repeated(new byte[] {'x'}));
        assertThatThrownBy(() -> new Body(endless, -1, "gzip").open(5_000_000).read())
                .isInstanceOfSatisfying(
                        BodyRejected.class, why -> assertThat(why.problem()).isEqualTo(Problem.BODY_TOO_LARGE));
    }

    @Test
    void everyPartOfAGzipHeaderIsPassedOver() throws IOException {
        byte[] plain = Packing.GZIP.pack("{}".getBytes(UTF_8));
        ByteArrayOutputStream full = new ByteArrayOutputStream();
        full.writeBytes(HexFormat.of().parseHex("1f8b081e00000000000303006162636e616d6500636f6d6d656e7400"));
        CRC32 checksum = new CRC32();
        checksum.update(full.toByteArray());
        full.write((int) checksum.getValue());
        full.write((int) (checksum.getValue() >> 8));
        full.write(plain, 10, plain.length - 10);
        assertThat(read(full.toByteArray(), "gzip", new Random(1)))
                .asString(UTF_8)
                .isEqualTo("{}");
    }

    @Test
    void zstdMayReferBackEightMegabytesAndNoFurther() throws IOException {
        byte[] bytes = "{\"a\":1}".repeat(100).getBytes(UTF_8);
        assertThat(read(withWindow(bytes, 23), "zstd", LIMITS)).isEqualTo(bytes);
        refused(withWindow(bytes, 24), "zstd", LIMITS, Problem.BODY_PACKED_BADLY);
        refused(withWindow(bytes, 27), "zstd", LIMITS, Problem.BODY_PACKED_BADLY);
    }

    private static byte[] withWindow(byte[] bytes, int log) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer out = new ZstdOutputStreamNoFinalizer(packed)) {
            out.setLong(log);
            out.write(bytes, 0, 10);
            out.flush();
            out.write(bytes, 10, bytes.length - 10);
        }
        return packed.toByteArray();
    }

    @Test
    void aBlockOfSnappyThatAnnouncesTooMuchIsRefusedUnread() {
        byte[] fourGigabytes = HexFormat.of().parseHex("ffffffff0f00");
        refused(fourGigabytes, "snappy", LIMITS, Problem.BODY_TOO_LARGE);
        refused(HexFormat.of().parseHex("ffffffffff00"), "snappy", "it does not begin with a length");
    }

    /** Literals of four lengths and references of three, the last as far back as a block of 64 KB lets them. */
    @Test
    void blocksOfSnappyAreReadAsItsFormatHasThem() throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        byte[] start = RandomBytes.of(new Random(6), 1 << 20);
        byte[] literal = Arrays.copyOf(start, 65_530);
        block.writeBytes(HexFormat.of().parseHex("85800408")); // 65,541 bytes; a literal of 3
        block.write(literal, 0, 3);
        block.writeBytes(HexFormat.of().parseHex("f4f6ff")); // a literal of 65,527
        block.write(literal, 3, 65_527);
        block.writeBytes(HexFormat.of().parseHex("0104")); // 4 bytes from 4 back
        block.writeBytes(HexFormat.of().parseHex("0afeff")); // 3 bytes from 65,534 back, which is the beginning
        block.writeBytes(HexFormat.of().parseHex("0f01000000")); // 4 bytes from 1 back
        byte[] read = read(block.toByteArray(), "snappy", new Random(1));
        assertThat(read).hasSize(65_541).startsWith(literal);
        assertThat(Arrays.copyOfRange(read, 65_530, 65_534)).isEqualTo(Arrays.copyOfRange(literal, 65_526, 65_530));
        assertThat(Arrays.copyOfRange(read, 65_534, 65_537)).isEqualTo(Arrays.copyOf(literal, 3));
        assertThat(Arrays.copyOfRange(read, 65_537, 65_541)).containsOnly(literal[2]);
    }

    @Test
    void aConnectionThatBreaksIsNoFaultOfThePacking() {
        byte[] packed = Packing.GZIP.pack(RandomBytes.of(new Random(7), 100_000));
        IOException broken = new IOException("the connection broke");
        InputStream half = new ByteArrayInputStream(packed, 0, packed.length / 2);
        InputStream stream = new SequenceInputStream(half, new Failing(broken));
        assertThatThrownBy(() -> new Body(stream, -1, "gzip").open(1_000_000).readAllBytes())
                .isSameAs(broken);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void linesThatAreMuchAlikeArePackedFarLessThanTheRatio(Packing packing) throws IOException {
        Random random = new Random(9);
        String lines = IntStream.range(0, 20_000)
                .mapToObj(i ->
                        "{\"@timestamp\":%d,\"event.category\":\"process\",\"process.name\":\"sh\",\"process.pid\":%d}\n"
                                .formatted(1_770_000_000_000L + i, random.nextInt(30_000)))
                .collect(Collectors.joining());
        byte[] bytes = lines.getBytes(UTF_8);
        byte[] packed = packing.pack(bytes);
        assertThat(bytes.length).isGreaterThan((int) BodyLimits.RATIO_FROM);
        assertThat(read(packed, packing.encoding(), new BodyLimits(10_000_000, BodyLimits.RATIO / 4)))
                .isEqualTo(bytes);
    }

    private static byte[] read(byte[] packed, String encoding, Random random) throws IOException {
        InputStream pieces = new InputStream() {
            private final InputStream bytes = new ByteArrayInputStream(packed);

            @Override
            public int read() throws IOException {
                return bytes.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return bytes.read(buffer, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
        try (InputStream in = new Body(pieces, -1, encoding).open(LIMITS, BodyListener.NOBODY)) {
            return in.readAllBytes();
        }
    }

    private static byte[] read(byte[] packed, String encoding, BodyLimits limits) throws IOException {
        try (InputStream in =
                new Body(new ByteArrayInputStream(packed), packed.length, encoding).open(limits, BodyListener.NOBODY)) {
            return in.readAllBytes();
        }
    }

    private static void refused(byte[] packed, String encoding, String reason) {
        assertThatThrownBy(() -> read(packed, encoding, new Random(1)))
                .isInstanceOfSatisfying(
                        BodyRejected.class, why -> assertThat(why.problem()).isEqualTo(Problem.BODY_PACKED_BADLY))
                .hasMessageContaining(reason);
    }

    private static void refused(byte[] packed, String encoding, BodyLimits limits, Problem problem) {
        assertThatThrownBy(() -> read(packed, encoding, limits))
                .isInstanceOfSatisfying(
                        BodyRejected.class, why -> assertThat(why.problem()).isEqualTo(problem));
    }

    /** The same bytes for ever. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private int position;

        Repeated(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            position = position == bytes.length ? 1 : position + 1;
            return bytes[position - 1] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                buffer[i] = (byte) read();
            }
            return length;
        }
    }

    /** A connection that is no more. */
    private static final class Failing extends InputStream {

        private final IOException why;

        Failing(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw why;
        }
    }
}
