package io.eqlair.eql;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever text a query is: soon there is a checked query, which is the same when it is written out and read again, or a refusal
 * that shows its place in the text.
 */
class EqlFuzzTest {

    @FuzzTest
    void aQueryIsCheckedOrRefused(byte[] query) {
        HostileTextTest.survive(new String(query, UTF_8));
    }
}
