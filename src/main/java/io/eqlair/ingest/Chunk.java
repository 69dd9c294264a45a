package io.eqlair.ingest;

import io.eqlair.engine.Finding;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a body: bytes from the beginning of a line on, and what became of the documents in them. Used by one thread at a time,
 * and then again for another piece, as it is large.
 *
 * <pre>
 * bytes     {"a":1}\n{"a":2}\n{"a":\n{"a":4}\n {"a":5}\n{"a":6}\n{"a":
 *           0                                         cut            filled     what follows the cut moves to the next chunk
 * verdicts  -       Finding  refused  -        -
 * </pre>
 */
final class Chunk implements Verdicts {

    static final int SIZE = 256 * 1024;

    /** What is told of a document other than that it matches something or nothing. */
    @FunctionalInterface
    private interface Told {
        void to(Verdicts verdicts) throws BodyRejected;
    }

    private final byte[] bytes;
    private int filled;
    private int cut;
    private int evaluated;
    private int count;
    private int failures;
    private int unreadableTimes;
    private long[] timestamps = new long[256];

    /** By document: null where it matches nothing, a {@link Finding} or a {@link Told}. */
    private @Nullable Object[] verdicts = new @Nullable Object[256];

    Chunk(int size) {
        this.bytes = new byte[size];
    }

    /** Forgets everything. */
    void clear() {
        filled = 0;
        cut = 0;
        evaluated = 0;
        Arrays.fill(verdicts, 0, count, null);
        count = 0;
        failures = 0;
        unreadableTimes = 0;
    }

    /** Reads on behind what was moved here. */
    void fillFrom(ByteWindow window) throws IOException {
        filled = window.drainTo(bytes, filled);
    }

    /**
     * Cuts before the last line that begins with a bracket, or at the end.
     *
     * @return whether there is anything before the cut
     */
    boolean cut(boolean atEnd) {
        cut = atEnd ? filled : lastLine();
        return cut > 0;
    }

    private int lastLine() {
        for (int at = filled - 1; at > 0; at--) {
            if (bytes[at] == '{' && bytes[at - 1] == '\n') {
                return at;
            }
        }
        return 0;
    }

    /** Moves what lies behind the cut to an empty chunk. */
    void moveRestTo(Chunk next) {
        next.filled = filled - cut;
        System.arraycopy(bytes, cut, next.bytes, 0, next.filled);
        filled = cut;
    }

    /** How many bytes are to be evaluated. */
    int length() {
        return cut;
    }

    /** A window on what is to be evaluated. */
    ByteWindow window(int longest) {
        return new ByteWindow(bytes, 0, cut, longest);
    }

    /** Notes that the documents up to there do not depend on what follows the chunk. */
    void evaluatedTo(int place) {
        evaluated = place;
    }

    /** Whether all was evaluated. */
    boolean isWhole() {
        return evaluated == cut;
    }

    /** What was not evaluated, because it cannot be without what follows. */
    void writeRestTo(ByteArrayOutputStream out) {
        out.write(bytes, evaluated, filled - evaluated);
    }

    void writeAllTo(ByteArrayOutputStream out) {
        out.write(bytes, 0, filled);
    }

    @Override
    public void evaluated(Event event, @Nullable Finding finding) {
        failures += event.failures();
        unreadableTimes += event.timeUnreadable() ? 1 : 0;
        add(event.timestamp(), finding);
    }

    @Override
    public void refused(byte[] document, EventRejected why) {
        add(0, (Told) to -> to.refused(document, why));
    }

    @Override
    public void refused(Problem problem, Object... arguments) {
        add(0, (Told) to -> to.refused(problem, arguments));
    }

    @Override
    public void failed(Throwable fault) {
        add(0, (Told) to -> to.failed(fault));
    }

    private void add(long timestamp, @Nullable Object verdict) {
        if (count == verdicts.length) {
            verdicts = Arrays.copyOf(verdicts, 2 * count);
            timestamps = Arrays.copyOf(timestamps, 2 * count);
        }
        timestamps[count] = timestamp;
        verdicts[count++] = verdict;
    }

    /** Tells all there is to tell to the batch that it is a part of. */
    void tell(Batch batch) throws BodyRejected {
        batch.note(failures, unreadableTimes);
        for (int i = 0; i < count; i++) {
            if (verdicts[i] instanceof Told told) {
                told.to(batch);
            } else {
                batch.show(timestamps[i], (Finding) verdicts[i]);
            }
        }
    }
}
