package io.eqlair.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A look at a stream of bytes: what lies between the mark and the reading position is kept, the rest is not.
 *
 * <p>What is kept never outgrows a limit by much: past it, bytes are counted but thrown away.
 */
final class ByteWindow {

    private static final int CHUNK = 64 * 1024;
    private static final int END = -1;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[CHUNK];
    private int position;
    private int limit;
    private int mark = -1;
    private int thrownAway;

    ByteWindow(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next byte, -1 at the end. */
    int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : END;
    }

    /** The next byte, which stays where it is; -1 at the end. */
    int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : END;
    }

    /** Keeps what follows. */
    void mark() {
        mark = position;
        thrownAway = 0;
    }

    /** How many bytes were read since the mark. */
    int sinceMark() {
        return position - mark + thrownAway;
    }

    /** Whether what lies behind the mark was too much to be kept. */
    boolean overflowed() {
        return thrownAway > 0 || position - mark > longest;
    }

    /** Steps back to where so many bytes had been read since the mark. */
    void backTo(int sinceMark) {
        if (thrownAway == 0) {
            position = mark + sinceMark;
        }
    }

    /** Steps back to the mark and forgets it. */
    void rewind() {
        position = mark;
        mark = -1;
    }

    /** Forgets the mark. */
    void release() {
        mark = -1;
    }

    /** What was read since the mark, which is forgotten. */
    byte[] take() {
        byte[] taken = Arrays.copyOfRange(buffer, mark, position);
        mark = -1;
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

    /** Reads more, moving what is kept to the front; false at the end. */
    private boolean fill() throws IOException {
        int keepFrom = mark >= 0 ? mark : position;
        int kept = limit - keepFrom;
        if (mark >= 0 && kept > longest + CHUNK) {
            thrownAway += position - mark;
            keepFrom = position;
            kept = limit - position;
        }
        byte[] target = buffer.length - kept < CHUNK / 2 ? new byte[kept * 2 + CHUNK] : buffer;
        System.arraycopy(buffer, keepFrom, target, 0, kept);
        buffer = target;
        position -= keepFrom;
        mark = mark >= 0 ? 0 : -1;
        limit = kept;
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }
}
