package io.eqlair.ingest.otlp;

import io.eqlair.ingest.body.BodyRejected;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests to export logs. Thread-safe. */
public final class LogsReader {

    private final LogsFormat protobuf;
    private final LogsFormat json;
    private final LogsLimits limits;
    private final AttributeTable table = AttributeTable.shipped();
    private final RecordMapping mapping;
    private final JsonMapper writer = writer();

    public LogsReader(LogsLimits limits) {
        this.limits = limits;
        this.protobuf = new ProtobufLogs(limits);
        this.json = new JsonLogs(limits);
        this.mapping = new RecordMapping(table, limits.record());
    }

    /** How deep a document may be was looked at before it is written. */
    private static JsonMapper writer() {
        StreamWriteConstraints unbounded = StreamWriteConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .build();
        return new JsonMapper(
                JsonFactory.builder().streamWriteConstraints(unbounded).build());
    }

    /**
     * Begins to read a request.
     *
     * @throws BodyRejected when it is none, or has too many records
     */
    public LogDocuments read(byte[] body, LogsEncoding encoding) throws BodyRejected {
        LogsFormat format = encoding == LogsEncoding.JSON ? json : protobuf;
        RecordCursor records = new RecordCursor(body, format, format.outline(body), table, limits.record());
        return new LogDocuments(records, mapping, limits, writer);
    }
}
