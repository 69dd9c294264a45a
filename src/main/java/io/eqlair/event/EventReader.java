package io.eqlair.event;

import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.json.JsonScanner;
import io.eqlair.problem.Problem;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Reads documents into events, keeping the fields of one table. Thread-safe.
 *
 * <p>An event's time is its timestamp field, from 1823 to 2116, else the time of its arrival; its index is the sender's, else that of the
 * search hit it came in, else its data stream's.
 */
public final class EventReader {

    /**
     * 146 years from 1970 either way. The distance between any two such times fits into a long, and so does a time with a
     * span added: senders whose clock is unset write the year 1, and others 9999 for never.
     */
    private static final long FARTHEST = (1L << 62) - 1;

    /** The bytes end before the object does. */
    public static final int INCOMPLETE = -1;

    /** It is not JSON, or exceeds a limit. */
    public static final int MALFORMED = -2;

    private final FieldTable table;
    private final EventRoles roles;
    private final RoleSlots slots;
    private final EventLimits limits;
    private final InstantSource clock;
    private final LongSupplier arrivals;
    private final int batch;
    private final RefusedJson refused;

    /**
     * A reader for a table that was made by {@link EventRoles#table}.
     *
     * @param clock gives the time of events that do not say theirs
     * @param arrivals numbers the events in the order in which they are read
     */
    public EventReader(
            FieldTable table, EventRoles roles, EventLimits limits, InstantSource clock, LongSupplier arrivals) {
        this.table = table;
        this.roles = roles;
        this.slots = RoleSlots.of(table, roles);
        this.limits = limits;
        this.clock = clock;
        this.arrivals = arrivals;
        this.batch = 0;
        this.refused = new RefusedJson(limits);
    }

    private EventReader(EventReader reader, int batch, LongSupplier arrivals, InstantSource clock) {
        this.table = reader.table;
        this.roles = reader.roles;
        this.slots = reader.slots;
        this.limits = reader.limits;
        this.clock = clock;
        this.arrivals = arrivals;
        this.batch = batch;
        this.refused = reader.refused;
    }

    /** The same reader for the events of one request. */
    public EventReader inBatch(int number) {
        return inBatch(number, arrivals, clock);
    }

    /** The same reader for the events of one request that are numbered, and given their time, by somebody else. */
    public EventReader inBatch(int number, LongSupplier numbers, InstantSource time) {
        return new EventReader(this, number, numbers, time);
    }

    /** The fields that are kept. */
    public FieldTable table() {
        return table;
    }

    /** The fields that say what an event is. */
    public EventRoles roles() {
        return roles;
    }

    /** An event to read into, as often as needed. For one thread. */
    public Event newEvent() {
        return new Event(new JsonScanner(table.keys(), limits.depth(), limits.fields()), slots);
    }

    /**
     * Reads one document.
     *
     * @param document UTF-8 JSON; the event keeps the array, which must not be changed afterwards
     * @throws EventRejected when it is not a JSON object in UTF-8 or exceeds a limit
     */
    public Event read(byte[] document, Envelope envelope) throws EventRejected {
        if (document.length > limits.bytes()) {
            throw new EventRejected(Problem.EVENT_TOO_LARGE, document.length, limits.bytes());
        }
        Event event = newEvent();
        int wrong = event.readAlone(document);
        if (wrong >= 0) {
            throw refused.explain(document, wrong);
        }
        finish(event, envelope);
        return event;
    }

    /**
     * Reads one object out of many. The event points into the bytes until it is read again.
     *
     * @param from where the object begins
     * @param limit where the bytes end
     * @return where the object has ended; {@link #INCOMPLETE} if the bytes end before it, {@link #MALFORMED} if it is not JSON
     *     or exceeds a limit, of which {@link #read(byte[], Envelope)} says more
     */
    public int read(Event into, byte[] bytes, int from, int limit, Envelope envelope) {
        boolean cut = limit - from > limits.bytes();
        int end = into.readPart(bytes, from, cut ? from + limits.bytes() : limit);
        if (end < 0) {
            return end == JsonScanner.INCOMPLETE && !cut ? INCOMPLETE : MALFORMED;
        }
        finish(into, envelope);
        return end;
    }

    private void finish(Event event, Envelope envelope) {
        event.arrived(envelope, batch, arrivals.getAsLong());
        long said = event.saidTime();
        long time = said == Event.NO_TIME ? Timestamps.of(clock.instant()) : said;
        event.happened(Math.clamp(time, -FARTHEST, FARTHEST));
    }
}
