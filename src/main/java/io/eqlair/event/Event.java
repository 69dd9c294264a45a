package io.eqlair.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document, as far as rules look at it.
 *
 * <p>Not thread-safe while it is matched: it counts what failed in the course of it.
 */
public final class Event {

    private static final int ID_BYTES = 16;

    /** By slot: null, one value, or a list of several. */
    private final @Nullable Object[] values;

    private final byte[] source;
    private final EventMetadata metadata;
    private int failures;

    Event(@Nullable Object[] values, byte[] source, EventMetadata metadata) {
        this.values = values;
        this.source = source;
        this.metadata = metadata;
    }

    /** How many values a field has. */
    public int count(int slot) {
        Object value = values[slot];
        return value == null ? 0 : value instanceof List<?> list ? list.size() : 1;
    }

    /** One of a field's values: Boolean, Long, Double or String. */
    public Object value(int slot, int position) {
        Object value = values[slot];
        Object one = value instanceof List<?> list ? list.get(position) : value;
        if (one == null) {
            throw new IndexOutOfBoundsException("value must exist: " + position + " of slot " + slot);
        }
        return one;
    }

    /** The document as it came, in UTF-8. Not to be changed. */
    public byte[] source() {
        return source;
    }

    /** The index it belongs to, null where it names none. */
    public @Nullable String index() {
        return metadata.index();
    }

    /** {@code _id} or {@code event.id}, else 128 bits of a hash of index and document, in hexadecimal. */
    public String id() {
        String id = metadata.id();
        return id == null ? hash() : id;
    }

    /** When it happened: nanoseconds since 1970 in UTC. */
    public long timestamp() {
        return metadata.timestamp();
    }

    /** What decides the order of events of the same timestamp: a number or a string, null sorts last. */
    public @Nullable Object tiebreaker() {
        return metadata.tiebreaker();
    }

    /** Records an operation that could not be carried out, such as a division by zero; it counts as null. */
    public void countFailure() {
        failures++;
    }

    /** How many operations could not be carried out so far. */
    public int failures() {
        return failures;
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String index = index();
            digest.update((index == null ? "" : index).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(source), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
