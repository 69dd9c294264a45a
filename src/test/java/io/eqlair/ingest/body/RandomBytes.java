package io.eqlair.ingest.body;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Bytes that pack well in places and badly in others. */
final class RandomBytes {

    private RandomBytes() {}

    /** At most so many. */
    static byte[] of(Random random, int most) {
        int length = random.nextInt(most + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < length) {
            byte[] piece = new byte[1 + random.nextInt(1 + length / 4)];
            if (random.nextBoolean()) {
                random.nextBytes(piece);
            }
            for (int times = 1 + random.nextInt(5); times > 0; times--) {
                bytes.writeBytes(piece);
            }
        }
        return Arrays.copyOf(bytes.toByteArray(), length);
    }
}
