package io.eqlair.ingest.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.otlp.LogsOutline.OfResource;
import io.eqlair.ingest.otlp.LogsOutline.OfScope;
import io.eqlair.problem.Problem;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests in protobuf. The order of a message's fields is free, so that a resource may follow its records. */
final class ProtobufLogs implements LogsFormat {

    /** A field's number stands above its wire type, and 2 is that of what has a length. */
    private static final int RESOURCE_LOGS = ExportLogsServiceRequest.RESOURCE_LOGS_FIELD_NUMBER << 3 | 2;

    private static final int RESOURCE = ResourceLogs.RESOURCE_FIELD_NUMBER << 3 | 2;
    private static final int SCOPE_LOGS = ResourceLogs.SCOPE_LOGS_FIELD_NUMBER << 3 | 2;
    private static final int RESOURCE_SCHEMA = ResourceLogs.SCHEMA_URL_FIELD_NUMBER << 3 | 2;
    private static final int SCOPE = ScopeLogs.SCOPE_FIELD_NUMBER << 3 | 2;
    private static final int RECORDS = ScopeLogs.LOG_RECORDS_FIELD_NUMBER << 3 | 2;
    private static final int SCOPE_SCHEMA = ScopeLogs.SCHEMA_URL_FIELD_NUMBER << 3 | 2;

    /** Of messages, for one value within another: an entry, its list, the value. */
    private static final int LEVELS = 3;

    /** Around the values of a record. */
    private static final int OUTER_LEVELS = 10;

    private final LogsLimits limits;

    ProtobufLogs(LogsLimits limits) {
        this.limits = limits;
    }

    @Override
    public LogsOutline outline(byte[] body) throws BodyRejected {
        LogsOutline outline = new LogsOutline(limits.records());
        try {
            boolean logs = fields(body, new Slice(0, body.length), (tag, resourceLogs) -> {
                if (tag == RESOURCE_LOGS) {
                    outline.add(resource(body, resourceLogs, outline));
                }
                return tag == RESOURCE_LOGS;
            });
            if (!logs && body.length > 0) {
                throw new BodyRejected(Problem.OTLP_NOT_PROTOBUF, "it has no `resource_logs`");
            }
            return outline;
        } catch (BodyRejected refused) {
            throw refused;
        } catch (IOException malformed) {
            throw new BodyRejected(Problem.OTLP_NOT_PROTOBUF, reason(malformed));
        }
    }

    private static OfResource resource(byte[] body, Slice message, LogsOutline outline) throws IOException {
        Slice[] resource = {Slice.NONE};
        String[] schema = {""};
        List<OfScope> scopes = new ArrayList<>();
        fields(body, message, (tag, part) -> {
            switch (tag) {
                case RESOURCE -> resource[0] = part;
                case RESOURCE_SCHEMA -> schema[0] = text(body, part);
                case SCOPE_LOGS -> {
                    OfScope scope = scope(body, part, outline);
                    if (!scope.records().isEmpty()) {
                        scopes.add(scope);
                    }
                }
                default -> {}
            }
            return true;
        });
        return new OfResource(resource[0], schema[0], scopes);
    }

    private static OfScope scope(byte[] body, Slice message, LogsOutline outline) throws IOException {
        Slice[] scope = {Slice.NONE};
        String[] schema = {""};
        List<Slice> records = new ArrayList<>();
        fields(body, message, (tag, part) -> {
            switch (tag) {
                case SCOPE -> scope[0] = part;
                case SCOPE_SCHEMA -> schema[0] = text(body, part);
                case RECORDS -> {
                    outline.count();
                    records.add(part);
                }
                default -> {}
            }
            return true;
        });
        return new OfScope(scope[0], schema[0], records);
    }

    /** Takes a field that has a length, by its tag; says whether it is one that was looked for. */
    private interface Part {
        boolean take(int tag, Slice part) throws IOException;
    }

    /** Goes over the fields of a message, and says whether some was looked for. */
    private static boolean fields(byte[] body, Slice message, Part parts) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(body, message.offset(), message.length());
        boolean some = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if ((tag & 7) == 2) {
                int length = in.readRawVarint32();
                Slice part = new Slice(message.offset() + in.getTotalBytesRead(), length);
                in.skipRawBytes(length);
                some |= parts.take(tag, part);
            } else if (!in.skipField(tag)) {
                throw new InvalidProtocolBufferException("a group ends that has not begun");
            }
        }
        return some;
    }

    private static String text(byte[] body, Slice part) {
        return new String(body, part.offset(), part.length(), StandardCharsets.UTF_8);
    }

    @Override
    public void read(byte[] body, Slice part, Message.Builder into) throws EventRejected {
        CodedInputStream in = CodedInputStream.newInstance(body, part.offset(), part.length());
        in.setRecursionLimit(LEVELS * limits.record().depth() + OUTER_LEVELS);
        try {
            into.mergeFrom(in);
            in.checkLastTagWas(0);
        } catch (IOException malformed) {
            throw new EventRejected(Problem.OTLP_RECORD_UNREADABLE, reason(malformed));
        }
    }

    /** The first sentence of what the library says, as a part of one. */
    private static String reason(IOException malformed) {
        String text = String.valueOf(malformed.getMessage()).split("\\.( |$)", 2)[0];
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
