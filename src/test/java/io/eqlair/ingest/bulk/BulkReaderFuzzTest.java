package io.eqlair.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Whatever a body of the bulk protocol is: the same is found in it in whatever pieces it comes, or it is refused as a whole. */
class BulkReaderFuzzTest {

    @FuzzTest
    void piecesMakeNoDifference(byte[] body) throws IOException {
        List<String> found = BulkReaderPropertyTest.read(body, new Random(1));
        for (int seed = 2; seed < 5; seed++) {
            assertThat(BulkReaderPropertyTest.read(body, new Random(seed))).isEqualTo(found);
        }
    }
}
