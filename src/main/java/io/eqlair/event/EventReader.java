package io.eqlair.event;

import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.FieldTable.FieldNode;
import io.eqlair.event.json.Ranges;
import io.eqlair.event.json.ValueKind;
import io.eqlair.problem.Problem;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
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

    /** The bytes end before the object does. */
    public static final int INCOMPLETE = -1;

    /** It is not JSON, or exceeds a limit. */
    public static final int MALFORMED = -2;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final FieldTable table;
    private final EventRoles roles;
    private final RoleSlots slots;
    private final EventLimits limits;
    private final InstantSource clock;
    private final LongSupplier arrivals;
    private final int batch;
    private final JsonFactory json;

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
        this.slots = RoleSlots.of(table, roles);
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

    private EventReader(EventReader reader, int batch, LongSupplier arrivals, InstantSource clock) {
        this.table = reader.table;
        this.roles = reader.roles;
        this.limits = reader.limits;
        this.clock = clock;
        this.arrivals = arrivals;
        this.slots = reader.slots;
        this.json = reader.json;
        this.batch = batch;
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
        return new Event(slots);
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
        Event event = newEvent();
        Reading reading = new Reading(event, withoutMark(document));
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), reading.document)) {
            reading.document(parser);
            reading.end(parser);
        } catch (JacksonException malformed) {
            throw JsonSyntax.explain(malformed, limits);
        }
        event.source(reading.sourceStart, reading.sourceEnd, true);
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
        byte[] document = Arrays.copyOfRange(bytes, from, Math.min(limit, from + limits.bytes()));
        if (Utf8.firstWrongByte(document) >= 0) {
            return MALFORMED;
        }
        Reading reading = new Reading(into, document);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), reading.document)) {
            reading.document(parser);
            int length = (int) parser.currentLocation().getByteOffset();
            if (!reading.unwrapped) {
                reading.sourceEnd = length;
            }
            into.source(reading.sourceStart, reading.sourceEnd, false);
            finish(into, envelope);
            return from + length;
        } catch (UnexpectedEndOfInputException incomplete) {
            return document.length < limit - from ? MALFORMED : INCOMPLETE;
        } catch (JacksonException | EventRejected malformed) {
            return MALFORMED;
        }
    }

    private void finish(Event event, Envelope envelope) {
        event.arrived(envelope, batch, arrivals.getAsLong());
        long time = event.saidTime().orElseGet(() -> Timestamps.of(clock.instant()));
        event.happened(Math.clamp(time, -FARTHEST, FARTHEST));
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
        private final Ranges ranges;
        private int sourceStart;
        private int sourceEnd;
        private boolean unwrapped;

        Reading(Event event, byte[] document) {
            this.document = document;
            this.ranges = event.begin(document);
            this.sourceEnd = document.length;
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
        }

        void end(JsonParser parser) throws EventRejected {
            if (parser.nextToken() != null) {
                throw EventRejected.notJson(
                        parser.currentTokenLocation().getByteOffset(), "something follows the object");
            }
        }

        /** The keys of a search hit; its {@code _source} is the document, and all that was read so far is not. */
        private void metadata(String key, JsonParser parser) {
            JsonToken token = parser.currentToken();
            if (key.equals("_source") && token == JsonToken.START_OBJECT && !unwrapped) {
                ranges.clearBelow(slots.hitIndex());
                sourceStart = (int) parser.currentTokenLocation().getByteOffset();
                object(table.root(), parser);
                sourceEnd = (int) parser.currentTokenLocation().getByteOffset() + 1;
                unwrapped = true;
            } else if (key.equals("_index") && token == JsonToken.VALUE_STRING) {
                string(slots.hitIndex(), parser);
            } else if (key.equals("_id") && token == JsonToken.VALUE_STRING) {
                string(slots.hitId(), parser);
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
                case VALUE_STRING -> string(node.slot(), parser);
                case VALUE_NUMBER_INT -> add(node.slot(), parser, integer(parser));
                case VALUE_NUMBER_FLOAT -> add(node.slot(), parser, ValueKind.DECIMAL);
                case VALUE_TRUE -> add(node.slot(), parser, ValueKind.TRUE);
                case VALUE_FALSE -> add(node.slot(), parser, ValueKind.FALSE);
                default -> {
                    // null is no value
                }
            }
        }

        private static byte integer(JsonParser parser) {
            return switch (parser.getNumberType()) {
                case INT, LONG -> ValueKind.INTEGER;
                default -> ValueKind.DECIMAL;
            };
        }

        private void string(int slot, JsonParser parser) {
            if (slot >= 0) {
                int start = (int) parser.currentTokenLocation().getByteOffset() + 1;
                parser.finishToken();
                int end = (int) parser.currentLocation().getByteOffset() - 1;
                boolean plain = true;
                for (int at = start; at < end; at++) {
                    plain &= document[at] != '\\' && document[at] >= 0;
                }
                ranges.add(slot, start, end, plain ? ValueKind.PLAIN : ValueKind.ESCAPED);
            }
        }

        private void add(int slot, JsonParser parser, byte kind) {
            if (slot >= 0) {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                ranges.add(slot, start, start + parser.getStringLength(), kind);
            }
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
