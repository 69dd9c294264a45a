package io.eqlair.event;

import io.eqlair.eql.value.Values;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event while a sequence waits, and what an alert shows: the document and its place in time.
 * Immutable, and shared by all who keep it.
 *
 * <p>Events are ordered by timestamp, then by tie-breaker (numbers, then strings, then events without one), then by
 * arrival. No two events are equal in this order.
 */
public final class StoredEvent implements Comparable<StoredEvent> {

    private static final int ID_BYTES = 16;

    private final byte[] source;
    private final @Nullable String index;
    private final @Nullable String givenId;
    private final long timestamp;
    private final @Nullable Object tiebreaker;
    private final long arrival;
    private final int batch;

    /**
     * An event as it is kept.
     *
     * @param source the document in UTF-8; not to be changed
     * @param index the index or data stream it belongs to
     * @param givenId the identity its sender gave it
     * @param timestamp nanoseconds since 1970 in UTC
     * @param tiebreaker a number or string that orders events of one timestamp
     * @param arrival orders what is still equal
     * @param batch what it came with; 0 where that is not known
     */
    public StoredEvent(
            byte[] source,
            @Nullable String index,
            @Nullable String givenId,
            long timestamp,
            @Nullable Object tiebreaker,
            long arrival,
            int batch) {
        this.source = source;
        this.index = index;
        this.givenId = givenId;
        this.timestamp = timestamp;
        this.tiebreaker = tiebreaker;
        this.arrival = arrival;
        this.batch = batch;
    }

    /** The document as it came, in UTF-8. Not to be changed. */
    public byte[] source() {
        return source;
    }

    /** The index it belongs to, null where it names none. */
    public @Nullable String index() {
        return index;
    }

    /** The identity its sender gave it: {@code _id} or {@code event.id}. */
    public @Nullable String givenId() {
        return givenId;
    }

    /** The sender's identity, else 128 bits of a hash of index and document, in hexadecimal. */
    public String id() {
        return givenId == null ? hash() : givenId;
    }

    /** When it happened: nanoseconds since 1970 in UTC. */
    public long timestamp() {
        return timestamp;
    }

    /** What decides the order of events of the same timestamp: a number or a string, null sorts last. */
    public @Nullable Object tiebreaker() {
        return tiebreaker;
    }

    /** A number that grows with every event that is read. */
    public long arrival() {
        return arrival;
    }

    /** A number that it shares with the events that came with it, in one request. */
    public int batch() {
        return batch;
    }

    @Override
    public int compareTo(StoredEvent other) {
        int byTime = Long.compare(timestamp, other.timestamp);
        int order = byTime != 0 ? byTime : compareTiebreakers(tiebreaker, other.tiebreaker);
        return order != 0 ? order : Long.compare(arrival, other.arrival);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(arrival);
    }

    private static int compareTiebreakers(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        Integer comparison = Values.compare(a, b);
        return comparison == null ? Boolean.compare(a instanceof String, b instanceof String) : comparison;
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((index == null ? "" : index).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(source), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
