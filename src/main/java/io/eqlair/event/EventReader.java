package io.eqlair.event;

import io.eqlair.eql.value.Timestamps;
import io.eqlair.eql.value.Values;
import io.eqlair.event.FieldTable.FieldNode;
import io.eqlair.problem.Problem;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads documents into events, keeping the fields of one table. Thread-safe.
 *
 * <p>An event's time is its timestamp field, from 1823 to 2116, else the time of its arrival; its index is the sender's, else that of the
 * search hit it came in, else its data stream's.
 */
public final class EventReader {

    private static final int LONGEST_NUMBER = 1_000;

    /**
     * 146 years from 1970 either way. The distance between any two such times fits into a long, and so does a time with a
     * span added: senders whose clock is unset write the year 1, and others 9999 for never.
     */
    private static final long FARTHEST = (1L << 62) - 1;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final FieldTable table;
    private final EventRoles roles;
    private final EventLimits limits;
    private final InstantSource clock;
    private final LongSupplier arrivals;
    private final int batch;
    private final JsonFactory json;
    private final int timestampSlot;
    private final int tiebreakerSlot;

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
        this.limits = limits;
        this.clock = clock;
        this.arrivals = arrivals;
        this.batch = 0;
        this.timestampSlot = table.slot(roles.timestamp());
        this.tiebreakerSlot = table.slot(roles.tiebreaker());
        this.json = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(limits.bytes())
                        .maxNameLength(limits.bytes())
                        .build())
                .build();
    }

    private EventReader(EventReader reader, int batch) {
        this.table = reader.table;
        this.roles = reader.roles;
        this.limits = reader.limits;
        this.clock = reader.clock;
        this.arrivals = reader.arrivals;
        this.timestampSlot = reader.timestampSlot;
        this.tiebreakerSlot = reader.tiebreakerSlot;
        this.json = reader.json;
        this.batch = batch;
    }

    /** The same reader for the events of one request. */
    public EventReader inBatch(int number) {
        return new EventReader(this, number);
    }

    /** The fields that are kept. */
    public FieldTable table() {
        return table;
    }

    /** The fields that say what an event is. */
    public EventRoles roles() {
        return roles;
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
        int wrong = Utf8.firstWrongByte(document);
        if (wrong >= 0) {
            throw EventRejected.notJson(wrong, "this byte is not UTF-8");
        }
        Reading reading = new Reading(withoutMark(document));
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), reading.document)) {
            reading.document(parser);
        } catch (JacksonException malformed) {
            throw JsonSyntax.explain(malformed, limits);
        }
        return reading.event(envelope);
    }

    /** Some senders put a byte order mark before the document, where it has no meaning in UTF-8. */
    private static byte[] withoutMark(byte[] document) {
        return Arrays.mismatch(document, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length
                ? Arrays.copyOfRange(document, BYTE_ORDER_MARK.length, document.length)
                : document;
    }

    /** What has been gathered of one document. */
    private final class Reading {

        private final byte[] document;
        private @Nullable Object[] values = new @Nullable Object[table.size()];
        private byte[] source;
        private @Nullable String index;
        private @Nullable String id;
        private boolean unwrapped;

        Reading(byte[] document) {
            this.document = document;
            this.source = document;
        }

        void document(JsonParser parser) throws EventRejected {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new EventRejected(Problem.EVENT_NOT_AN_OBJECT, name(first));
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                if (key.startsWith("_")) {
                    metadata(key, parser);
                } else if (unwrapped) {
                    parser.skipChildren();
                } else {
                    member(table.root(), key, parser);
                }
            }
            if (parser.nextToken() != null) {
                throw EventRejected.notJson(
                        parser.currentTokenLocation().getByteOffset(), "something follows the object");
            }
        }

        /** The keys of a search hit; its {@code _source} is the document, and all that was read so far is not. */
        private void metadata(String key, JsonParser parser) {
            JsonToken token = parser.currentToken();
            if (key.equals("_source") && token == JsonToken.START_OBJECT && !unwrapped) {
                Arrays.fill(values, null);
                int start = (int) parser.currentTokenLocation().getByteOffset();
                object(table.root(), parser);
                int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
                source = Arrays.copyOfRange(document, start, end);
                unwrapped = true;
            } else if (key.equals("_index") && token == JsonToken.VALUE_STRING) {
                index = parser.getString();
            } else if (key.equals("_id") && token == JsonToken.VALUE_STRING) {
                id = parser.getString();
            } else if (unwrapped) {
                parser.skipChildren();
            } else {
                member(table.root(), key, parser);
            }
        }

        private void object(FieldNode node, JsonParser parser) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                member(node, key, parser);
            }
        }

        private void member(FieldNode node, String key, JsonParser parser) {
            FieldNode child = node.child(key);
            if (child == null) {
                parser.skipChildren();
            } else {
                value(child, parser);
            }
        }

        private void value(FieldNode node, JsonParser parser) {
            switch (parser.currentToken()) {
                case START_OBJECT -> object(node, parser);
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        value(node, parser);
                    }
                }
                case VALUE_STRING -> add(node, parser.getString());
                case VALUE_NUMBER_INT -> add(node, integer(parser));
                case VALUE_NUMBER_FLOAT -> add(node, parser.getDoubleValue());
                case VALUE_TRUE -> add(node, true);
                case VALUE_FALSE -> add(node, false);
                default -> {
                    // null is no value
                }
            }
        }

        private static Object integer(JsonParser parser) {
            return switch (parser.getNumberType()) {
                case INT, LONG -> (Object) parser.getLongValue();
                default -> (Object) parser.getDoubleValue();
            };
        }

        private void add(FieldNode node, Object value) {
            int slot = node.slot();
            if (slot >= 0) {
                values[slot] = Slots.with(values[slot], value);
            }
        }

        Event event(Envelope envelope) {
            String ownIndex = envelope.index() == null ? index : envelope.index();
            String name = ownIndex == null ? dataStream() : IndexName.ofDataStream(ownIndex);
            String ownId = envelope.id() == null ? id : envelope.id();
            String eventId = ownId == null ? text(EventRoles.ID) : ownId;
            OptionalLong said = timestamp();
            long time = Math.clamp(said.orElseGet(() -> Timestamps.of(clock.instant())), -FARTHEST, FARTHEST);
            StoredEvent stored =
                    new StoredEvent(source, name, eventId, time, tiebreaker(), arrivals.getAsLong(), batch);
            return new Event(values, stored, said.isEmpty() && values[timestampSlot] != null);
        }

        private @Nullable String dataStream() {
            return IndexName.ofParts(
                    text(EventRoles.STREAM_TYPE), text(EventRoles.STREAM_DATASET), text(EventRoles.STREAM_NAMESPACE));
        }

        private OptionalLong timestamp() {
            Object value = Slots.first(values[timestampSlot]);
            return value == null ? OptionalLong.empty() : Timestamps.of(value);
        }

        private @Nullable Object tiebreaker() {
            Object value = Slots.first(values[tiebreakerSlot]);
            return value instanceof Boolean ? null : value;
        }

        private @Nullable String text(String field) {
            return Values.text(Slots.first(values[table.slot(field)]));
        }
    }

    private static String name(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "a boolean";
        };
    }
}
