package io.eqlair.event;

import io.eqlair.eql.value.Timestamps;
import io.eqlair.eql.value.Values;
import io.eqlair.event.json.JsonScanner;
import io.eqlair.event.json.JsonValue;
import io.eqlair.event.json.Ranges;
import io.eqlair.event.json.ValueKind;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One document, as far as rules look at it. Its values are ranges of the document's bytes, which are decoded when somebody asks.
 *
 * <p>Not thread-safe: it remembers what was decoded, and counts what failed while it was matched. {@link EventReader#newEvent}
 * makes one that is read into again and again.
 */
public final class Event {

    private static final byte[] NOTHING = {};

    /** No time is said, or none that can be read. */
    static final long NO_TIME = Long.MIN_VALUE;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final JsonScanner scanner;
    private final Ranges ranges;
    private final RoleSlots roles;

    /** By handle, as far as somebody asked. */
    private @Nullable Object[] decoded = {};

    /** Handles below are to be forgotten in {@link #decoded}. */
    private int decodedBelow;

    /** Where the last question for one of several values ended, so that asking for all in turn is not a walk for each. */
    private int cursorSlot;

    private int cursorPosition;
    private int cursorHandle;

    private byte[] bytes = NOTHING;
    private boolean kept;
    private int sourceStart;
    private int sourceEnd;
    private Envelope envelope = Envelope.NONE;
    private int batch;
    private long arrival;
    private long timestamp;
    private boolean timeUnreadable;
    private int failures;
    private @Nullable StoredEvent stored;

    private boolean indexKnown;
    private @Nullable String index;
    private final IndexMemo memo = new IndexMemo();
    private String lastGiven = "";
    private String lastGivenIndex = "";

    Event(JsonScanner scanner, RoleSlots roles) {
        this.scanner = scanner;
        this.ranges = scanner.ranges();
        this.roles = roles;
    }

    /** An event without any values. */
    public static Event empty(FieldTable table) {
        return new Event(new JsonScanner(table.keys(), 0, 0), RoleSlots.none(table.size()));
    }

    /** How many values a field has. */
    public int count(int slot) {
        return ranges.count(slot);
    }

    /** One of a field's values: Boolean, Long, Double or String. */
    public Object value(int slot, int position) {
        if (position < 0 || position >= ranges.count(slot)) {
            throw new IndexOutOfBoundsException("value must exist: " + position + " of slot " + slot);
        }
        return decoded(position == 0 ? ranges.first(slot) : handle(slot, position));
    }

    private int handle(int slot, int position) {
        if (cursorSlot != slot || cursorPosition > position) {
            cursorSlot = slot;
            cursorPosition = 0;
            cursorHandle = ranges.first(slot);
        }
        for (; cursorPosition < position; cursorPosition++) {
            cursorHandle = ranges.next(cursorHandle);
        }
        return cursorHandle;
    }

    /** The array that the ranges point into. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The handle of a field's first value, -1 if it has none. */
    public int firstValue(int slot) {
        return ranges.first(slot);
    }

    /** The handle of the next value of the same field, -1 after the last. */
    public int nextValue(int handle) {
        return ranges.next(handle);
    }

    /** Where a value begins in {@link #bytes}; for a string, behind the quote. */
    public int start(int handle) {
        return ranges.start(handle);
    }

    /** Where a value has ended; for a string, the place of the quote. */
    public int end(int handle) {
        return ranges.end(handle);
    }

    /** One of {@link io.eqlair.event.json.ValueKind}. */
    public byte kind(int handle) {
        return ranges.kind(handle);
    }

    /** A value: Boolean, Long, Double or String. */
    public Object decoded(int handle) {
        if (handle >= decoded.length) {
            decoded = Arrays.copyOf(decoded, Math.max(ranges.size(), 2 * decoded.length));
        }
        Object value = decoded[handle];
        if (value == null) {
            value = JsonValue.decode(bytes, start(handle), end(handle), kind(handle));
            decoded[handle] = value;
            decodedBelow = Math.max(decodedBelow, handle + 1);
        }
        return value;
    }

    /** When it happened, else when it came: nanoseconds since 1970 in UTC. */
    public long timestamp() {
        return timestamp;
    }

    /** Whether it says a time that cannot be read, so that the time of its arrival stands for it. */
    public boolean timeUnreadable() {
        return timeUnreadable;
    }

    /** The index or data stream it belongs to, null where it names none. */
    public @Nullable String index() {
        if (!indexKnown) {
            index = envelope.index() == null ? ownIndex() : givenIndex(envelope.index());
            indexKnown = true;
        }
        return index;
    }

    private String givenIndex(String given) {
        if (!given.equals(lastGiven)) {
            lastGiven = given;
            lastGivenIndex = IndexName.ofDataStream(given);
        }
        return lastGivenIndex;
    }

    private @Nullable String ownIndex() {
        memo.clear();
        boolean usual = ranges.count(roles.hitIndex()) == 0
                ? addToMemo(ranges.first(roles.streamType()))
                        && addToMemo(ranges.first(roles.streamDataset()))
                        && addToMemo(ranges.first(roles.streamNamespace()))
                : addToMemo(ranges.last(roles.hitIndex()));
        int place = usual ? memo.find() : -1;
        return place >= 0 ? memo.name(place) : usual ? memo.keep(readIndex()) : readIndex();
    }

    /** Whether a value, or that there is none, can be part of a key. */
    private boolean addToMemo(int handle) {
        if (handle < 0) {
            memo.addAbsent();
        } else if (kind(handle) == ValueKind.PLAIN) {
            memo.add(bytes, start(handle), end(handle));
        }
        return handle < 0 || kind(handle) == ValueKind.PLAIN;
    }

    private @Nullable String readIndex() {
        String hit = lastText(roles.hitIndex());
        return hit == null ? dataStream() : IndexName.ofDataStream(hit);
    }

    private @Nullable String dataStream() {
        return IndexName.ofParts(
                firstText(roles.streamType()), firstText(roles.streamDataset()), firstText(roles.streamNamespace()));
    }

    /** What is to be kept of the event once it has been matched: the same object until another document is read into this event. */
    public StoredEvent stored() {
        if (stored == null) {
            stored = new StoredEvent(source(), index(), id(), timestamp, tiebreaker(), arrival, batch);
        }
        return stored;
    }

    private byte[] source() {
        boolean whole = sourceStart == 0 && sourceEnd == bytes.length;
        return kept && whole ? bytes : Arrays.copyOfRange(bytes, sourceStart, sourceEnd);
    }

    private @Nullable String id() {
        String own = envelope.id() == null ? lastText(roles.hitId()) : envelope.id();
        return own == null ? firstText(roles.id()) : own;
    }

    private @Nullable Object tiebreaker() {
        Object value = first(roles.tiebreaker());
        return value instanceof Boolean ? null : value;
    }

    private @Nullable Object first(int slot) {
        int handle = ranges.first(slot);
        return handle < 0 ? null : decoded(handle);
    }

    private @Nullable String firstText(int slot) {
        return Values.text(first(slot));
    }

    /** Of a search hit's keys that are given twice, the last counts. */
    private @Nullable String lastText(int slot) {
        return ranges.count(slot) == 0 ? null : Values.text(decoded(ranges.last(slot)));
    }

    /** Whether some field had a value for the first time in what was read into this event; nearly never. */
    public boolean hasFirstUses() {
        return ranges.hasFirstUses();
    }

    /** Hands over the slots of the fields that had a value for the first time in what was read into this event, each once. */
    public void drainFirstUses(IntConsumer slot) {
        ranges.drainFirstUses(slot);
    }

    /** Records an operation that could not be carried out, such as a division by zero; it counts as null. */
    public void countFailure() {
        failures++;
    }

    /** How many operations could not be carried out so far. */
    public int failures() {
        return failures;
    }

    /**
     * Reads a document that is all there is, to be kept without a copy.
     *
     * @return the byte that is wrong, -1 if none is
     */
    int readAlone(byte[] document) {
        int result = readPart(document, JsonScanner.spaceEnd(document, afterMark(document)), document.length);
        int end = result < 0 ? result : JsonScanner.spaceEnd(document, result);
        if (result >= 0 && scanner.sourceEnd() == result) {
            sourceStart = afterMark(document);
            sourceEnd = document.length;
        }
        kept = true;
        return end == document.length
                ? -1
                : end == JsonScanner.INCOMPLETE ? document.length : end >= 0 ? end : JsonScanner.wrongByte(end);
    }

    /** Some senders put a byte order mark before the document, where it has no meaning in UTF-8. */
    private static int afterMark(byte[] document) {
        return Arrays.mismatch(document, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
    }

    /** Reads an object out of many; the result is that of {@link JsonScanner#scan}. */
    int readPart(byte[] from, int start, int limit) {
        Arrays.fill(decoded, 0, decodedBelow, null);
        decodedBelow = 0;
        cursorSlot = -1;
        failures = 0;
        stored = null;
        indexKnown = false;
        index = null;
        bytes = from;
        kept = false;
        int end = scanner.scan(from, start, limit);
        sourceStart = scanner.sourceStart();
        sourceEnd = scanner.sourceEnd();
        return end;
    }

    /** Says what came with the document. */
    void arrived(Envelope with, int inBatch, long number) {
        envelope = with;
        batch = inBatch;
        arrival = number;
    }

    /** The time that the document says, {@link #NO_TIME} where it says none that can be read. */
    long saidTime() {
        int handle = ranges.first(roles.timestamp());
        long said = handle < 0 ? NO_TIME : time(handle);
        timeUnreadable = handle >= 0 && said == NO_TIME;
        return said;
    }

    private long time(int handle) {
        long usual = kind(handle) == ValueKind.PLAIN ? IsoTime.nanos(bytes, start(handle), end(handle)) : NO_TIME;
        return usual == NO_TIME ? Timestamps.of(decoded(handle)).orElse(NO_TIME) : usual;
    }

    void happened(long nanos) {
        timestamp = nanos;
    }
}
