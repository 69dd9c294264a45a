package io.eqlair.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A look at a stream of bytes: what lies between the mark and the reading position is kept, the rest is not.
 *
 * <p>What is kept never outgrows a limit by much: past it, bytes are counted but thrown away. For one thread.
 */
final class ByteWindow {

    /** What is read where the stream has ended. */
    static final int END = -1;

    private static final int CHUNK = 64 * 1024;
    private static final int NONE = -1;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[CHUNK];
    private int position;
    private int limit;

    /** How many bytes of the stream lie before the buffer. */
    private long passed;

    private int mark = NONE;

    /** How many of the bytes before the buffer were read since the mark. */
    private long thrownAway;

    /** Keeps up to so many bytes since the mark, and some more. */
    ByteWindow(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next byte, {@link #END} at the end. */
    int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : END;
    }

    /** The next byte, which stays where it is; {@link #END} at the end. */
    int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : END;
    }

    /** How many bytes of the stream were read, less those that were stepped back. */
    long offset() {
        return passed + position;
    }

    /** Keeps what follows. */
    void mark() {
        mark = position;
        thrownAway = 0;
    }

    /** How many bytes were read since the mark. */
    long sinceMark() {
        return position - mark + thrownAway;
    }

    /** Whether what lies behind the mark is too much to be taken. */
    boolean overflowed() {
        return sinceMark() > longest;
    }

    /** Steps back to where so many bytes had been read since the mark; false where they are no longer kept. */
    boolean backTo(long sinceMark) {
        if (thrownAway == 0) {
            position = mark + Math.toIntExact(sinceMark);
        }
        return thrownAway == 0;
    }

    /** Forgets the mark. */
    void release() {
        mark = NONE;
    }

    /** What was read since the mark, which is forgotten. */
    byte[] take() {
        byte[] taken = Arrays.copyOfRange(buffer, mark, position);
        mark = NONE;
        return taken;
    }

    /** Steps over the given bytes if they come next. */
    boolean skipPrefix(byte[] prefix) throws IOException {
        while (limit - position < prefix.length) {
            if (!fill()) {
                return false;
            }
        }
        boolean found = Arrays.equals(buffer, position, position + prefix.length, prefix, 0, prefix.length);
        position += found ? prefix.length : 0;
        return found;
    }

    /** Reads more; false at the end. */
    private boolean fill() throws IOException {
        if (mark != NONE && sinceMark() > longest + CHUNK) {
            thrownAway += position - mark;
            mark = position;
        }
        makeRoom(mark == NONE ? position : mark);
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }

    /** Moves what lies behind an index to the front, of a larger buffer where this one is nearly full of it. */
    private void makeRoom(int keepFrom) {
        int kept = limit - keepFrom;
        byte[] target = buffer.length - kept < CHUNK / 2 ? new byte[kept * 2 + CHUNK] : buffer;
        System.arraycopy(buffer, keepFrom, target, 0, kept);
        buffer = target;
        passed += keepFrom;
        position -= keepFrom;
        mark = mark == NONE ? NONE : mark - keepFrom;
        limit = kept;
    }
}
