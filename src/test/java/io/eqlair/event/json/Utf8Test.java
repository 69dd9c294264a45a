package io.eqlair.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final long SEED = 20261122;

    @Test
    void itAgreesWithTheStrictDecoderOfTheRuntime() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = bytes(random);
            assertThat(Utf8.firstWrongByte(bytes))
                    .as("seed %s, case %s", SEED, i)
                    .isEqualTo(expected(bytes));
        }
    }

    /** Mostly text, with bytes of longer forms mixed in. */
    private static byte[] bytes(Random random) {
        StringBuilder text = new StringBuilder();
        int[] most = {0x80, 0x800, 0x10000, 0x110000};
        for (int i = random.nextInt(20); i > 0; i--) {
            int character = random.nextInt(most[random.nextInt(4)]);
            text.appendCodePoint(character >= 0xd800 && character < 0xe000 ? 'x' : character);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static int expected(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(100), true);
        return result.isError() ? in.position() : -1;
    }
}
