package io.eqlair.event;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes come in, the reader and one on Jackson say the same: the same values, or the same refusal. */
class EventReaderFuzzTest {

    private final EventReaderDifferentialTest readers = new EventReaderDifferentialTest();

    @FuzzTest
    void bothReadersSayTheSame(byte[] document) {
        readers.check(document);
    }
}
