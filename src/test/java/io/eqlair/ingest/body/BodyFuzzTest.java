package io.eqlair.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.eqlair.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Whatever is sent as packed: it is unpacked within the limit or refused as bodies are, and the same however it comes in. What is
 * unpacked is what the JDK unpacks, where that knows the format.
 */
class BodyFuzzTest {

    private static final BodyLimits LIMITS = BodyLimits.of(1 << 21);

    @FuzzTest
    void aBodyIsUnpackedOrRefused(byte[] packed) throws IOException {
        for (String encoding : List.of("gzip", "deflate", "zstd", "snappy", "snappy, gzip")) {
            Object read = read(new ByteArrayInputStream(packed), encoding);
            int half = packed.length / 2;
            InputStream halves = new SequenceInputStream(
                    new ByteArrayInputStream(packed, 0, half),
                    new ByteArrayInputStream(packed, half, packed.length - half));
            assertThat(read(halves, encoding)).isEqualTo(read);
            if (read instanceof byte[] unpacked) {
                assertThat(unpacked.length).isLessThanOrEqualTo((int) LIMITS.bytes());
                compare(unpacked, packed, encoding);
            }
        }
    }

    private static void compare(byte[] unpacked, byte[] packed, String encoding) throws IOException {
        if (encoding.equals("gzip")) {
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .isEqualTo(unpacked);
        } else if (encoding.equals("deflate") && packed[0] == 0x78) {
            assertThat(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .isEqualTo(unpacked);
        }
    }

    /** The bytes, or that they were refused: for which of several reasons depends on how much comes at a time. */
    private static Object read(InputStream packed, String encoding) throws IOException {
        try (InputStream in = new Body(packed, -1, encoding).open(LIMITS, BodyListener.NOBODY)) {
            return in.readAllBytes();
        } catch (BodyRejected refused) {
            assertThat(refused.problem()).isIn(Problem.BODY_PACKED_BADLY, Problem.BODY_TOO_LARGE, Problem.BODY_GROWS);
            return "refused";
        }
    }
}
