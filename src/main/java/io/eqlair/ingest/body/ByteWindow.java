package io.eqlair.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A look at a stream of bytes: what lies between the mark and the reading position is kept, the rest is not. For one thread.
 *
 * <p>What is kept never outgrows a limit by much: past it, bytes are counted but thrown away.
 *
 * <p>It reads as much as it has room for before it lets anybody look, since documents are read best where many of them lie
 * complete. Only a sender that lets it wait is not waited for: what has come is shown then.
 */
public final class ByteWindow {

    /** What is read where the stream has ended. */
    public static final int END = -1;

    /** What stands behind the bytes that have come so far. */
    public static final int UNKNOWN = -2;

    /** A stream of which the length is not known is given so much at first: most bodies are one small event. */
    private static final int SMALL = 8 * 1024;

    /** So many bytes more than the longest document are kept, for those who look ahead from where one begins. */
    public static final int MARGIN = 64 * 1024;

    private static final int NONE = -1;
    private static final long HURRY_NANOS = 20_000_000;

    private final int longest;
    private final int chunk;
    private final InputStream in;
    private byte[] buffer;
    private int position;
    private int limit;

    /** How many bytes of the stream lie before the buffer. */
    private long passed;

    private int mark = NONE;

    /** How many of the bytes before the buffer were read since the mark. */
    private long thrownAway;

    private boolean ended;
    private boolean waited;

    /** What went wrong behind the bytes that are there: they are looked at first. */
    private @Nullable IOException trouble;

    private boolean metEnd;

    /**
     * A window on a stream.
     *
     * @param longest so many bytes since the mark are kept, and some more
     * @param chunk so many bytes are read at a time where there are as many
     * @param length of the stream, or less than 0 where that is not known
     */
    public ByteWindow(InputStream in, int longest, int chunk, long length) {
        this.in = in;
        this.longest = longest;
        this.chunk = chunk;
        this.buffer = new byte[(int) Math.min(length < 0 ? SMALL : length + 1, chunk)];
    }

    /** A window on a part of an array, which stays as it is. */
    public ByteWindow(byte[] bytes, int from, int limit, int longest) {
        this.in = InputStream.nullInputStream();
        this.longest = longest;
        this.chunk = limit;
        this.buffer = bytes;
        this.position = from;
        this.limit = limit;
        this.ended = true;
    }

    /** The next byte, {@link #END} at the end. */
    public int next() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : end();
    }

    /** The next byte, which stays where it is; {@link #END} at the end. */
    public int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xFF : end();
    }

    private int end() {
        metEnd = true;
        return END;
    }

    /** Whether somebody was shown the end since the mark. */
    public boolean metEnd() {
        return metEnd;
    }

    /** Whether all of the stream is here, or was. */
    public boolean ended() {
        return ended;
    }

    /** Whether the sender let the window wait when it read for the last time. */
    public boolean waited() {
        return waited;
    }

    /** How many bytes of the stream were read, less those that were stepped back. */
    public long offset() {
        return passed + position;
    }

    /** Keeps what follows. */
    public void mark() {
        mark = position;
        thrownAway = 0;
        metEnd = false;
    }

    /** How many bytes were read since the mark. */
    public long sinceMark() {
        return position - mark + thrownAway;
    }

    /**
     * Goes to the end of the line, before its newline, and keeps what lies between. The line stands in the buffer from {@link #marked} to
     * {@link #position} then, unless it {@link #overflowed}.
     */
    public void toLineEnd() throws IOException {
        mark();
        do {
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
        } while (position == limit && fill());
    }

    /** Where in the buffer the mark is. */
    public int marked() {
        return mark;
    }

    /** Whether what lies behind the mark is too much to be taken. */
    public boolean overflowed() {
        return sinceMark() > longest;
    }

    /** Steps back to where so many bytes had been read since the mark; false where they are no longer kept. */
    public boolean backTo(long sinceMark) {
        if (thrownAway == 0) {
            position = mark + Math.toIntExact(sinceMark);
        }
        return thrownAway == 0;
    }

    /** Forgets the mark. */
    public void release() {
        mark = NONE;
    }

    /** What was read since the mark, which is forgotten. */
    public byte[] take() {
        byte[] taken = Arrays.copyOfRange(buffer, mark, position);
        mark = NONE;
        return taken;
    }

    /** Steps over the given bytes if they come next. */
    public boolean skipPrefix(byte[] prefix) throws IOException {
        while (limit - position < prefix.length) {
            if (!fill()) {
                return false;
            }
        }
        boolean found = Arrays.equals(buffer, position, position + prefix.length, prefix, 0, prefix.length);
        position += found ? prefix.length : 0;
        return found;
    }

    /** How many bytes are in memory for it. */
    public int held() {
        return buffer.length;
    }

    /** The bytes that have come stand in it from {@link #position} to {@link #limit}, until more are read. */
    public byte[] buffer() {
        return buffer;
    }

    public int position() {
        return position;
    }

    public int limit() {
        return limit;
    }

    /** Goes to a place of the buffer, within what has come. */
    public void moveTo(int place) {
        position = place;
    }

    /** Whether a text of ASCII stands somewhere between the reading position and a place of the buffer. */
    public boolean contains(String ascii, int place) {
        return new String(buffer, position, place - position, StandardCharsets.ISO_8859_1).contains(ascii);
    }

    /** What stands at a place of the buffer or, on the same line, behind blanks that stand there; does not read on. */
    public int lineGoesOnWith(int place) {
        for (int at = place; at < limit; at++) {
            byte c = buffer[at];
            if (c != ' ' && c != '\t' && c != '\r') {
                return c & 0xFF;
            }
        }
        return ended ? END : UNKNOWN;
    }

    /**
     * Reads on until twice as much lies before the reading position, so that nothing is looked at many times in vain; false
     * where that is more than is ever kept, or all has come.
     */
    public boolean readOn() throws IOException {
        int before = limit - position;
        while (before <= longest && limit - position < Math.max(2 * before, 1) && canLoad()) {
            load();
        }
        return hasMore(limit - position > before);
    }

    /**
     * Takes bytes out of the stream into an array of somebody else's: what has come already, else what comes next.
     *
     * @return where they end in the array; fewer than there is room for if the stream ends or its sender lets us wait
     */
    public int drainTo(byte[] target, int from) throws IOException {
        int buffered = Math.min(limit - position, target.length - from);
        if (buffered > 0) {
            System.arraycopy(buffer, position, target, from, buffered);
            position += buffered;
            return from + buffered;
        }
        int end = read(target, from);
        passed += end - from;
        hasMore(end > from);
        return end;
    }

    /** Puts bytes before what is to be read next; they must be the last that were taken out. */
    public void putBack(byte[] bytes) {
        int rest = limit - position;
        byte[] joined = Arrays.copyOf(bytes, bytes.length + rest);
        System.arraycopy(buffer, position, joined, bytes.length, rest);
        passed = offset() - bytes.length;
        buffer = joined;
        position = 0;
        limit = joined.length;
        mark = NONE;
    }

    /** Reads more; false at the end. */
    private boolean fill() throws IOException {
        int before = limit - position;
        if (canLoad()) {
            load();
        }
        return hasMore(limit - position > before);
    }

    private boolean canLoad() {
        return !ended && trouble == null;
    }

    /** What went wrong on the way is told when nothing came before it. */
    private boolean hasMore(boolean more) throws IOException {
        if (!more && trouble != null) {
            throw trouble;
        }
        return more;
    }

    private void load() {
        if (mark != NONE && sinceMark() > longest + MARGIN) {
            thrownAway += position - mark;
            mark = position;
        }
        makeRoom(mark == NONE ? position : mark);
        limit = read(buffer, limit);
    }

    /** Where more than half of the buffer is needed already, or the stream is longer than was thought, it is exchanged for a larger one. */
    private void makeRoom(int keepFrom) {
        int kept = limit - keepFrom;
        if (limit == buffer.length) {
            byte[] target =
                    buffer.length < chunk || kept > buffer.length / 2 ? new byte[kept + Math.max(kept, chunk)] : buffer;
            System.arraycopy(buffer, keepFrom, target, 0, kept);
            buffer = target;
            passed += keepFrom;
            position -= keepFrom;
            mark = mark == NONE ? NONE : mark - keepFrom;
            limit = kept;
        }
    }

    private int read(byte[] target, int from) {
        int at = from;
        waited = false;
        while (at < target.length && canLoad() && !(waited && at > from)) {
            long start = System.nanoTime();
            try {
                int count = in.read(target, at, target.length - at);
                ended = count < 0;
                at += Math.max(count, 0);
            } catch (IOException broken) {
                trouble = broken;
            }
            waited |= System.nanoTime() - start > HURRY_NANOS;
        }
        return at;
    }
}
