package io.eqlair.api.alerts;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertQueries;
import io.eqlair.store.CommitSignal;
import io.eqlair.store.KeptAlert;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** All clients that have a stream of alerts open; there may be so many. Thread-safe. */
public final class AlertStreams {

    private static final Logger LOG = LoggerFactory.getLogger(AlertStreams.class);

    private final AlertQueries queries;
    private final CommitSignal signal;
    private final int most;
    private final Duration heartbeat;
    private final Semaphore places;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unwritable = new AtomicLong();
    private volatile boolean ending;

    /**
     * Nobody yet.
     *
     * @param signal raised when there are new alerts
     * @param most clients
     * @param heartbeat so often a client is told that all is well
     */
    public AlertStreams(AlertQueries queries, CommitSignal signal, int most, Duration heartbeat) {
        this.queries = queries;
        this.signal = signal;
        this.most = most;
        this.heartbeat = heartbeat;
        this.places = new Semaphore(most);
    }

    /** Somebody to whom a stream is written. */
    @FunctionalInterface
    interface Client {

        /** Where to write; called when it is certain that there will be a stream. */
        OutputStream accept() throws IOException;
    }

    /** Streams alerts to a client until it has left or the service is stopped. */
    void serve(StreamTerms terms, Client client) throws IOException {
        if (ending) {
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.STREAMS_ENDING);
        }
        if (!places.tryAcquire()) {
            refused.incrementAndGet();
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Problem.STREAMS_FULL, most);
        }
        try {
            AlertStream stream = new AlertStream(queries, signal, terms, heartbeat, this::leaveOut);
            stream.run(client, () -> ending);
        } finally {
            places.release();
        }
    }

    private void leaveOut(KeptAlert kept, RuntimeException fault) {
        unwritable.incrementAndGet();
        LOG.error(
                "A stream goes on without the alert {}: to write it failed, which is a fault of Eqlair's.",
                kept.alert().id(),
                fault);
    }

    /** How many clients there are. */
    public int clients() {
        return most - places.availablePermits();
    }

    /** How many were refused because there were too many. */
    public long refused() {
        return refused.get();
    }

    /** How often a stream had to leave an alert out. */
    public long unwritable() {
        return unwritable.get();
    }

    /** Ends all streams, and begins no new ones. */
    public void end() {
        ending = true;
        signal.raise();
    }

    /** Lets streams begin. */
    public void begin() {
        ending = false;
    }
}
