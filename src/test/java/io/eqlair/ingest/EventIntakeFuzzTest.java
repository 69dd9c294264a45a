package io.eqlair.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import java.io.UncheckedIOException;

/**
 * Whatever a body of events is: it is cut the same way whether documents are read where they stand or byte by byte, and whatever
 * part of it is seen at a time. The first byte says how large that part is.
 */
class EventIntakeFuzzTest {

    @FuzzTest
    void windowsMakeNoDifference(byte[] input) {
        int window = input.length == 0 ? 1 : 1 + (input[0] & 0x7F);
        Object whole = cut(input, Splits.WINDOW, true);
        assertThat(cut(input, window, true)).isEqualTo(whole);
        assertThat(cut(input, window, false)).isEqualTo(whole);
    }

    /** The documents, or why there are none. */
    private static Object cut(byte[] body, int window, boolean atOnce) {
        try {
            return Splits.of(body, Splits.LARGE, window, atOnce);
        } catch (UncheckedIOException refused) {
            assertThat(refused.getCause())
                    .isInstanceOfSatisfying(
                            BodyRejected.class, why -> assertThat(why.problem()).isEqualTo(Problem.BODY_UTF_16));
            return Problem.BODY_UTF_16;
        }
    }
}
