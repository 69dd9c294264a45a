package io.eqlair.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How far a scan has come, on one line of a terminal that is drawn again at most ten times a second. For one thread. */
final class ScanProgress {

    private static final long REDRAWN_AFTER_NANOS = 100_000_000;
    private static final int BAR = 24;

    /** The beginning of the line, and all that stands on it gone. */
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean visible;
    private final long totalBytes;
    private final long start = System.nanoTime();
    private long bytes;
    private long alerts;
    private long drawn = start;
    private boolean onLine;

    /**
     * Nothing is read yet.
     *
     * @param totalBytes of all inputs, as they are packed; less than 0 where that is not known
     */
    ScanProgress(PrintWriter terminal, boolean visible, long totalBytes) {
        this.terminal = terminal;
        this.visible = visible;
        this.totalBytes = totalBytes;
    }

    /**
     * A stream whose bytes are counted while they are read.
     *
     * @param events how many were evaluated so far
     * @param stopped whether the stream shall end early
     */
    InputStream counted(InputStream stream, LongSupplier events, BooleanSupplier stopped) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                if (stopped.getAsBoolean()) {
                    return -1;
                }
                int count = super.read(target, from, length);
                bytes += Math.max(count, 0);
                draw(events);
                return count;
            }
        };
    }

    /** Makes room for an alert, which may go to the same terminal. */
    void alert() {
        alerts++;
        erase();
    }

    private void draw(LongSupplier events) {
        long now = System.nanoTime();
        if (visible && now - drawn >= REDRAWN_AFTER_NANOS) {
            drawn = now;
            onLine = true;
            terminal.print(ERASE + line(events.getAsLong(), now - start));
            terminal.flush();
        }
    }

    /** What is drawn: {@code  42% [=========>              ] 12,000 events, 8,000 events/s, 3 alerts}. */
    private String line(long events, long nanos) {
        String figures = String.format(
                Locale.ROOT, "%,d events, %,.0f events/s, %,d alerts", events, events / (nanos / 1e9), alerts);
        if (totalBytes <= 0) {
            return String.format(Locale.ROOT, "%,d MB, %s", bytes >> 20, figures);
        }
        double part = Math.min(1, (double) bytes / totalBytes);
        String bar = "=".repeat((int) (part * BAR));
        return String.format(Locale.ROOT, "%3.0f%% [%-" + (BAR + 1) + "s] %s", 100 * part, bar + ">", figures);
    }

    /** Leaves nothing of it on the terminal. */
    void erase() {
        if (onLine) {
            onLine = false;
            terminal.print(ERASE);
            terminal.flush();
        }
    }
}
