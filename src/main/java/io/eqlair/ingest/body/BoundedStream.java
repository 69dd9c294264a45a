package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a limit: whoever reads on is told that the body is too large. */
final class BoundedStream extends InputStream {

    private final InputStream in;
    private final long limit;
    private final BodyListener listener;
    private long count;

    BoundedStream(InputStream in, long limit, BodyListener listener) {
        this.in = in;
        this.limit = limit;
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        listener.waits();
        int read = in.read(buffer, offset, length);
        listener.goesOn(Math.max(read, 0));
        count += Math.max(read, 0);
        if (count > limit) {
            throw new BodyRejected(Problem.BODY_TOO_LARGE, limit);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
