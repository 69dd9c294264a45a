package io.eqlair.api.alerts;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RawJson;
import io.eqlair.api.alerts.AlertStreams.Client;
import io.eqlair.format.AlertDocuments;
import io.eqlair.store.AlertPage;
import io.eqlair.store.AlertPosition;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.AlertSort;
import io.eqlair.store.CommitSignal;
import io.eqlair.store.KeptAlert;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataAccessException;

/**
 * Alerts as server-sent events, to one client. It reads what was stored behind the last alert it has written, as fast as the client
 * takes it, and then waits to be told of more. So a slow client lags behind and misses nothing. For one thread.
 *
 * <pre>
 * id: 1024
 * event: alert
 * data: {"id": "5c1e…", …}
 *
 * :
 * </pre>
 *
 * A line with a colon alone says every now and then that all is well.
 */
final class AlertStream {

    /** Alerts that are read at a time. */
    private static final int PAGE = 100;

    /** So long what another service stored may stay unseen. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final byte[] HEARTBEAT = utf8(":\n\n");

    /** Clients that know how to connect again do so after so many milliseconds. */
    private static final byte[] GREETING = utf8("retry: 2000\n\n");

    private final AlertQueries queries;
    private final CommitSignal signal;
    private final StreamTerms terms;
    private final BiConsumer<KeptAlert, RuntimeException> unwritable;
    private final long heartbeatNanos;
    private final Duration wait;
    private long position;

    /**
     * A stream of which nothing is written yet.
     *
     * @param unwritable told of each alert that cannot be written and is left out, and why
     */
    AlertStream(
            AlertQueries queries,
            CommitSignal signal,
            StreamTerms terms,
            Duration heartbeat,
            BiConsumer<KeptAlert, RuntimeException> unwritable) {
        this.queries = queries;
        this.signal = signal;
        this.terms = terms;
        this.unwritable = unwritable;
        this.heartbeatNanos = heartbeat.toNanos();
        this.wait = heartbeat.compareTo(LONGEST_WAIT) < 0 ? heartbeat : LONGEST_WAIT;
        this.position = start(queries.lastSeq(), terms);
    }

    /** A number that nothing has yet comes from another store: to wait for it would be to leave out what comes before. */
    private static long start(long last, StreamTerms terms) {
        Long after = terms.after();
        if (after != null && after > last) {
            throw StreamTerms.refused(after);
        }
        return after == null ? last : after;
    }

    /** Writes until the client has left or it is time to end. */
    void run(Client client, BooleanSupplier ending) throws IOException {
        OutputStream out = new BufferedOutputStream(client.accept());
        write(out, GREETING);
        long written = System.nanoTime();
        try {
            while (!ending.getAsBoolean()) {
                long counted = signal.count();
                boolean more = readOn(out);
                long now = System.nanoTime();
                if (now - written >= heartbeatNanos) {
                    write(out, HEARTBEAT);
                    written = now;
                }
                if (!more) {
                    signal.await(counted, wait);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what there is next; false when there is nothing more for now, or the database is gone for a while. */
    private boolean readOn(OutputStream out) throws IOException {
        long last;
        AlertPage page;
        try {
            last = queries.lastSeq();
            if (last <= position) {
                return false;
            }
            page = queries.page(terms.filter(), AlertSort.STORED, AlertPosition.behind(position), PAGE);
        } catch (DataAccessException gone) {
            return false;
        }
        for (KeptAlert kept : page.alerts()) {
            out.write(event(kept));
            position = kept.seq();
        }
        out.flush();
        AlertPosition next = page.next();
        position = Math.max(position, next == null ? last : next.seq());
        return next != null;
    }

    /** Nothing where an alert cannot be written: else the stream would end there, and each that takes its place as well. */
    private byte[] event(KeptAlert kept) {
        try {
            return written(kept);
        } catch (RuntimeException fault) {
            unwritable.accept(kept, fault);
            return new byte[0];
        }
    }

    private byte[] written(KeptAlert kept) {
        StringBuilder event = new StringBuilder("id: ").append(kept.seq()).append("\nevent: alert\n");
        Alert alert = kept.alert();
        for (RawJson document : AlertDocuments.of(alert, terms.format())) {
            event.append("data: ").append(onOneLine(document.text())).append('\n');
        }
        return utf8(event.append('\n').toString());
    }

    /** In JSON an end of line is a blank: within a text it is written otherwise. */
    private static String onOneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
