package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a limit: whoever reads on is told that the body is too large, or that it grows too much. */
final class BoundedStream extends InputStream {

    private final InputStream in;
    private final PackedStream sent;
    private final BodyLimits limits;
    private final BodyListener listener;
    private long count;

    /**
     * Bounds a body.
     *
     * @param in its bytes, unpacked
     * @param sent what they come from; knows how many were sent
     */
    BoundedStream(InputStream in, PackedStream sent, BodyLimits limits, BodyListener listener) {
        this.in = in;
        this.sent = sent;
        this.limits = limits;
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
        if (count > limits.bytes()) {
            throw new BodyRejected(Problem.BODY_TOO_LARGE, limits.bytes());
        }
        if (count > BodyLimits.RATIO_FROM && count / limits.ratio() > sent.count()) {
            throw new BodyRejected(Problem.BODY_GROWS, limits.ratio());
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
