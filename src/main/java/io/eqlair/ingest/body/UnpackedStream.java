package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks. What cannot be unpacked is the sender's fault, and is told as such; what is not read to the end may be so unnoticed. */
final class UnpackedStream extends InputStream {

    private final Encoding encoding;
    private final PackedStream packed;
    private final long limit;
    private @Nullable InputStream unpacked;

    UnpackedStream(Encoding encoding, PackedStream packed, long limit) {
        this.encoding = encoding;
        this.packed = packed;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** What the readers of broken bytes throw is manifold, and not all of it checked. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return unpacked().read(buffer, offset, length);
        } catch (BodyRejected refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            if (packed.failure() != null) {
                throw packed.failure();
            }
            throw new BodyRejected(Problem.BODY_PACKED_BADLY, encoding.text(), reason(broken));
        }
    }

    private InputStream unpacked() throws IOException {
        if (unpacked == null) {
            if (packed.isAtEnd()) {
                throw new EOFException();
            }
            unpacked = encoding.unpack(packed, limit);
        }
        return unpacked;
    }

    /** Frees what unpacking takes outside the heap; the packed stream stays open. */
    @Override
    public void close() throws IOException {
        if (unpacked != null) {
            unpacked.close();
        }
    }

    private static String reason(Exception broken) {
        return switch (broken) {
            case EOFException end -> "it ends too early";
            case IOException told when told.getMessage() != null -> told.getMessage();
            default -> "its bytes make no sense";
        };
    }
}
