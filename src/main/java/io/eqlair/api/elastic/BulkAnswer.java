package io.eqlair.api.elastic;

import io.eqlair.api.http.ShownAlerts;
import io.eqlair.format.AlertFormat;
import io.eqlair.ingest.BulkItem;
import io.eqlair.ingest.BulkOutcome;
import io.eqlair.ingest.EventError;
import io.eqlair.ingest.bulk.BulkOperation;
import io.eqlair.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what became of a bulk request.
 *
 * <pre>
 * {"took":3,"errors":true,"items":[{"create":{"_index":"logs","_id":"7","_version":1,"result":"created","status":201}},
 *  {"create":{"_index":"logs","_id":null,"status":400,"error":{"type":"document_parsing_exception","reason":"…"}}}]}
 * </pre>
 */
final class BulkAnswer {

    /** Not one of those that Fluentd takes for a reason to give up on all that came with it. */
    private static final String ERROR_TYPE = "document_parsing_exception";

    /** No fault of the document's; to send it again would bring the same. */
    private static final String FAULT = Problem.EVENT_INTERNAL_ERROR.code();

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int BAD = 400;

    /** Which members of an item of one operation are wanted. */
    private record Wanted(
            boolean index, boolean id, boolean version, boolean result, boolean status, boolean type, boolean reason) {

        static Wanted of(AnswerFilter filter, BulkOperation operation) {
            String name = operation.text();
            return new Wanted(
                    filter.wants("items", name, "_index"),
                    filter.wants("items", name, "_id"),
                    filter.wants("items", name, "_version"),
                    filter.wants("items", name, "result"),
                    filter.wants("items", name, "status"),
                    filter.wants("items", name, "error", "type"),
                    filter.wants("items", name, "error", "reason"));
        }

        boolean anything() {
            return index || id || version || result || status || type || reason;
        }
    }

    private final AnswerFilter filter;
    private final @Nullable AlertFormat alerts;
    private final JsonMapper json;
    private final Map<BulkOperation, Wanted> wanted = new EnumMap<>(BulkOperation.class);

    /**
     * A writer of one answer.
     *
     * @param alerts in which format they are in the answer, null if they are not
     */
    BulkAnswer(AnswerFilter filter, @Nullable AlertFormat alerts, JsonMapper json) {
        this.filter = filter;
        this.alerts = alerts;
        this.json = json;
        for (BulkOperation operation : BulkOperation.values()) {
            wanted.put(operation, Wanted.of(filter, operation));
        }
    }

    /** Whether ids of items are wanted. */
    boolean wantsIds() {
        return wanted.values().stream().anyMatch(Wanted::id);
    }

    /** Writes it, with keys in the order of the protocol and without spaces. */
    byte[] bytes(BulkOutcome outcome, long tookMs) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(64 + 128 * outcome.items().size());
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            if (filter.wants("took")) {
                to.writeNumberProperty("took", tookMs);
            }
            if (filter.wants("errors")) {
                to.writeBooleanProperty("errors", outcome.batch().rejected() > 0);
            }
            items(outcome, to);
            if (alerts != null) {
                to.writePOJOProperty("alerts", ShownAlerts.of(outcome.batch().alerts(), alerts));
            }
            to.writeEndObject();
        }
        return out.toByteArray();
    }

    private void items(BulkOutcome outcome, JsonGenerator to) {
        if (wanted.values().stream().noneMatch(Wanted::anything)) {
            return;
        }
        to.writeArrayPropertyStart("items");
        for (BulkItem item : outcome.items()) {
            to.writeStartObject();
            to.writeObjectPropertyStart(item.operation().text());
            item(item, Objects.requireNonNull(wanted.get(item.operation())), to);
            to.writeEndObject();
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void item(BulkItem item, Wanted wanted, JsonGenerator to) {
        if (wanted.index()) {
            to.writeStringProperty("_index", item.index());
        }
        if (wanted.id()) {
            to.writeStringProperty("_id", item.id());
        }
        if (item.error() == null) {
            done(item, wanted, to);
        } else {
            failed(item.error(), wanted, to);
        }
    }

    private static void done(BulkItem item, Wanted wanted, JsonGenerator to) {
        if (wanted.version()) {
            to.writeNumberProperty("_version", 1);
        }
        if (wanted.result()) {
            to.writeStringProperty("result", item.known() ? "noop" : "created");
        }
        if (wanted.status()) {
            to.writeNumberProperty("status", item.known() ? OK : CREATED);
        }
    }

    private static void failed(EventError error, Wanted wanted, JsonGenerator to) {
        if (wanted.status()) {
            to.writeNumberProperty("status", BAD);
        }
        if (wanted.type() || wanted.reason()) {
            to.writeObjectPropertyStart("error");
            if (wanted.type()) {
                to.writeStringProperty("type", error.code().equals(FAULT) ? FAULT : ERROR_TYPE);
            }
            if (wanted.reason()) {
                to.writeStringProperty("reason", error.message());
            }
            to.writeEndObject();
        }
    }
}
