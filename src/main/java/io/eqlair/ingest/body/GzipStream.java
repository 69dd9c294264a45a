package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Unpacks what gzip packed, also where several packed parts follow each other. What cannot be unpacked is the sender's fault. */
final class GzipStream extends InputStream {

    private static final int CHUNK = 64 * 1024;

    private final InputStream packed;
    private @Nullable GZIPInputStream unpacked;

    GzipStream(InputStream packed) {
        this.packed = new Unhurried(packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return unpacked().read(buffer, offset, length);
        } catch (EOFException | ZipException broken) {
            throw new BodyRejected(Problem.BODY_GZIP, reason(broken));
        }
    }

    private GZIPInputStream unpacked() throws IOException {
        if (unpacked == null) {
            unpacked = new GZIPInputStream(packed, CHUNK);
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

    private static String reason(IOException broken) {
        return switch (broken) {
            case EOFException end -> "it ends too early";
            default -> String.valueOf(broken.getMessage());
        };
    }

    /** Always says that more is available: asked after a packed part, a socket would say no before the next has come. */
    private static final class Unhurried extends FilterInputStream {

        Unhurried(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }

        @Override
        public void close() {
            // it is the web server's
        }
    }
}
