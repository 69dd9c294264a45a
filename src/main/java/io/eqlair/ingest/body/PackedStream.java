package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they were packed: knows how many have come, and whether it was they that failed and not the unpacking. What it reads
 * from stays open.
 */
final class PackedStream extends InputStream {

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final long limit;
    private long count;
    private @Nullable IOException failure;

    /** What has been read ahead, made when somebody first looks ahead; empty where {@code position == end}. */
    private byte[] ahead = {};

    private int position;
    private int end;

    /** Packed bytes; more than the limit are refused, as they would be unpacked: empty parts may follow each other for ever. */
    PackedStream(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** How many bytes have come. */
    long count() {
        return count;
    }

    /** Why reading from below failed; null where it did not. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** The next byte, which must be there. */
    int next() throws IOException {
        int next = read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** Two bytes, the lower first. */
    int nextShort() throws IOException {
        return next() | next() << 8;
    }

    /** Four bytes, the lowest first. */
    long nextInt() throws IOException {
        return nextShort() | (long) nextShort() << 16;
    }

    boolean isAtEnd() throws IOException {
        return !lookAhead(1);
    }

    /** Whether the next bytes are these; they stay unread. */
    boolean beginsWith(byte... bytes) throws IOException {
        boolean same = lookAhead(bytes.length);
        for (int i = 0; same && i < bytes.length; i++) {
            same = ahead[position + i] == bytes[i];
        }
        return same;
    }

    /** The byte so far ahead, unsigned; -1 behind the end. */
    int peek(int distance) throws IOException {
        return lookAhead(distance + 1) ? ahead[position + distance] & 0xFF : -1;
    }

    /** Hands an inflater what it may read next. */
    void feed(Inflater inflater) throws IOException {
        if (!lookAhead(1)) {
            throw new EOFException();
        }
        inflater.setInput(ahead, position, end - position);
        position = end;
    }

    /** Takes back what an inflater was handed and has not read. */
    void unread(int bytes) {
        position -= bytes;
    }

    private boolean lookAhead(int bytes) throws IOException {
        if (ahead.length == 0) {
            ahead = new byte[CHUNK];
        }
        if (end - position < bytes && ahead.length - position < bytes) {
            System.arraycopy(ahead, position, ahead, 0, end - position);
            end -= position;
            position = 0;
        }
        while (end - position < bytes) {
            int read = fetch(ahead, end, ahead.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return lookAhead(1) ? ahead[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (position == end) {
            return fetch(buffer, offset, length);
        }
        int taken = Math.min(length, end - position);
        System.arraycopy(ahead, position, buffer, offset, taken);
        position += taken;
        return taken;
    }

    private int fetch(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = in.read(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > limit) {
                throw new BodyRejected(Problem.BODY_TOO_LARGE, limit);
            }
            return read;
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
    }
}
