package io.eqlair.ingest.otlp;

import com.google.protobuf.ByteString;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes the document of a record. What becomes of attributes the table says; what of all else, is here. Thread-safe. */
final class RecordMapping {

    private static final List<String> ATTRIBUTES = List.of("attributes");
    private static final List<String> STRUCTURED = List.of("body", "structured");
    private static final List<String> SCOPE = List.of("scope");
    private static final List<String> SCOPE_ATTRIBUTES = List.of("scope", "attributes");
    private static final List<String> RESOURCE = List.of("resource");
    private static final List<String> RESOURCE_ATTRIBUTES = List.of("resource", "attributes");
    private static final List<String> TOP = List.of();

    /** By the tens of its number, in fours: 1 to 4 is trace, 9 to 12 info. */
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "fatal");

    private static final int NUMBERS_OF_LEVEL = 4;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final HexFormat HEX = HexFormat.of();

    private final AttributeTable table;
    private final EventLimits limits;

    RecordMapping(AttributeTable table, EventLimits limits) {
        this.table = table;
        this.limits = limits;
    }

    private List<Attribute> attributes(List<KeyValue> entries) throws EventRejected {
        return new AttributeReader(table, limits).read(entries);
    }

    Map<String, Object> document(LogRecord log, Origin origin) throws EventRejected {
        EcsDocument document = new EcsDocument();
        addTimes(log, document);
        document.add(attributes(log.getAttributesList()), ATTRIBUTES);
        addBody(log.getBody(), document);
        addMembers(log, document);
        addScope(origin.scope(), document);
        addResource(origin.resource(), document);
        return document.asMap("_index", "_id");
    }

    private static void addTimes(LogRecord log, EcsDocument document) {
        long happened = log.getTimeUnixNano();
        long observed = log.getObservedTimeUnixNano();
        put(document, TOP, "@timestamp", time(happened == 0 ? observed : happened));
        if (happened != 0) {
            put(document, List.of("event"), "created", time(observed));
        }
    }

    /** Nanoseconds since 1970, without a sign; empty where there are none. */
    private static String time(long nanos) {
        return nanos == 0
                ? ""
                : Instant.ofEpochSecond(Long.divideUnsigned(nanos, NANOS), Long.remainderUnsigned(nanos, NANOS))
                        .toString();
    }

    private void addBody(AnyValue body, EcsDocument document) throws EventRejected {
        switch (body.getValueCase()) {
            case KVLIST_VALUE -> document.add(attributes(body.getKvlistValue().getValuesList()), STRUCTURED);
            case ARRAY_VALUE -> {
                Object list = new AttributeReader(table, limits).value(body, 0);
                if (list != null) {
                    document.keep(List.of("body"), "structured", list);
                }
            }
            default -> {
                Object text = new AttributeReader(table, limits).value(body, 0);
                if (text != null && !document.put(List.of("message"), text.toString())) {
                    document.keep(List.of("body"), "text", text);
                }
            }
        }
    }

    private static void addMembers(LogRecord log, EcsDocument document) {
        int severity = log.getSeverityNumberValue();
        String text = log.getSeverityText();
        field(document, List.of("log", "level"), text.isEmpty() ? level(severity) : text, "severity_text");
        if (severity != 0 && !document.put(List.of("event", "severity"), (long) severity)) {
            document.keep(TOP, "severity_number", (long) severity);
        }
        field(document, List.of("event", "action"), log.getEventName(), "event_name");
        field(document, List.of("trace", "id"), hex(log.getTraceId()), "trace_id");
        field(document, List.of("span", "id"), hex(log.getSpanId()), "span_id");
        number(document, TOP, "flags", log.getFlags());
        number(document, TOP, "dropped_attributes_count", log.getDroppedAttributesCount());
    }

    private static String level(int severity) {
        int level = (severity - 1) / NUMBERS_OF_LEVEL;
        return severity < 1 || level >= LEVELS.size() ? "" : LEVELS.get(level);
    }

    private static String hex(ByteString id) {
        return HEX.formatHex(id.toByteArray());
    }

    private static void addScope(Origin.OfScope scope, EcsDocument document) {
        put(document, SCOPE, "name", scope.name());
        put(document, SCOPE, "version", scope.version());
        put(document, SCOPE, "schema_url", scope.schemaUrl());
        document.add(scope.attributes(), SCOPE_ATTRIBUTES);
        number(document, SCOPE, "dropped_attributes_count", scope.dropped());
    }

    private static void addResource(Origin.OfResource resource, EcsDocument document) {
        put(document, RESOURCE, "schema_url", resource.schemaUrl());
        document.add(resource.attributes(), RESOURCE_ATTRIBUTES);
        number(document, RESOURCE, "dropped_attributes_count", resource.dropped());
    }

    /** Into a field, or beside all fields where that is taken. */
    private static void field(EcsDocument document, List<String> path, String text, String otherwise) {
        if (!text.isEmpty() && !document.put(path, text)) {
            document.keep(TOP, otherwise, text);
        }
    }

    private static void put(EcsDocument document, List<String> group, String key, String text) {
        if (!text.isEmpty()) {
            document.keep(group, key, text);
        }
    }

    private static void number(EcsDocument document, List<String> group, String key, int unsigned) {
        if (unsigned != 0) {
            document.keep(group, key, Integer.toUnsignedLong(unsigned));
        }
    }
}
