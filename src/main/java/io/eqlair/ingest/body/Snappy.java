package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyDialect;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;

/**
 * Snappy's two formats. That with frames begins with an identifier of ten bytes; a block begins with its unpacked length,
 * of which those ten bytes are none that occurs.
 */
final class Snappy {

    private static final byte[] IDENTIFIER = {(byte) 0xFF, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};

    /** So far back all that packs refers. */
    private static final int WINDOW = 64 * 1024;

    private static final int LENGTH_BYTES = 5;

    private Snappy() {}

    /** Unpacks either format. */
    static InputStream unpack(PackedStream packed, long limit) throws IOException {
        if (packed.beginsWith(IDENTIFIER)) {
            return new FramedSnappyCompressorInputStream(packed, WINDOW, FramedSnappyDialect.STANDARD);
        }
        long length = length(packed);
        if (length > limit) {
            throw new BodyRejected(Problem.BODY_TOO_LARGE, limit);
        }
        return new Block(new SnappyCompressorInputStream(packed, WINDOW), packed, length);
    }

    /** What a block says it becomes: seven bits to a byte, the lowest first. It stays unread. */
    private static long length(PackedStream packed) throws IOException {
        long length = 0;
        for (int i = 0; i < LENGTH_BYTES; i++) {
            int next = packed.peek(i);
            if (next < 0) {
                throw new EOFException();
            }
            length |= (next & 0x7FL) << (7 * i);
            if (next < 0x80) {
                return length;
            }
        }
        throw new ZipException("it does not begin with a length");
    }

    /** A block has to be as long as it says, and be all there is. */
    private static final class Block extends InputStream {

        private final InputStream unpacked;
        private final PackedStream packed;
        private long left;

        Block(InputStream unpacked, PackedStream packed, long length) {
            this.unpacked = unpacked;
            this.packed = packed;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = unpacked.read(buffer, offset, length);
            left -= Math.max(read, 0);
            if (read < 0 && left > 0) {
                throw new EOFException();
            }
            if (read < 0 && (left < 0 || !packed.isAtEnd())) {
                throw new ZipException("something follows its end");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            unpacked.close();
        }
    }
}
