package io.eqlair.ingest.otlp;

import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.otlp.LogsOutline.OfResource;
import io.eqlair.ingest.otlp.LogsOutline.OfScope;
import io.eqlair.problem.Problem;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of a request as NDJSON, made while they are read: one line for each record, but for those that are refused. For one
 * thread.
 */
public final class LogDocuments extends InputStream {

    private final byte[] body;
    private final LogsFormat format;
    private final RecordMapping mapping;
    private final LogsLimits limits;
    private final JsonMapper json;
    private final List<RefusedRecord> refused = new ArrayList<>();

    private final Iterator<OfResource> resources;
    private @Nullable OfResource resource;
    private Iterator<OfScope> scopes = List.<OfScope>of().iterator();
    private Iterator<Slice> records = List.<Slice>of().iterator();

    /** Of the records that come next; what is wrong with it is wrong with each of them. */
    private @Nullable Origin origin;

    private @Nullable EventRejected unreadable;
    private int position;

    private byte[] line = {};
    private int at;
    private long made;

    LogDocuments(byte[] body, LogsFormat format, LogsOutline outline, Making making) {
        this.body = body;
        this.format = format;
        this.resources = outline.resources().iterator();
        this.mapping = making.mapping();
        this.limits = making.limits();
        this.json = making.json();
    }

    /** What it takes to make documents. */
    record Making(RecordMapping mapping, LogsLimits limits, JsonMapper json) {}

    /** Whether there is no document at all, or no more. */
    public boolean isEmpty() throws IOException {
        return at == line.length && !advance();
    }

    /** Records of which no document could be made so far, in their order. */
    public List<RefusedRecord> refused() {
        return refused;
    }

    /** Which record a document was made of, both from 0. */
    public int record(int document) {
        int record = document;
        for (RefusedRecord before : refused) {
            if (before.position() > record) {
                break;
            }
            record++;
        }
        return record;
    }

    @Override
    public int read() throws IOException {
        return isEmpty() ? -1 : line[at++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (isEmpty()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, offset, count);
        at += count;
        return count;
    }

    /** Makes the next line; false if there is none. */
    private boolean advance() throws BodyRejected {
        while (nextScope()) {
            try {
                line = line(records.next());
                at = 0;
                position++;
                return true;
            } catch (EventRejected alone) {
                refused.add(RefusedRecord.of(position++, alone));
            }
        }
        return false;
    }

    /** Goes on to where there are records; false at the end. */
    private boolean nextScope() {
        while (!records.hasNext()) {
            if (scopes.hasNext()) {
                enter(Objects.requireNonNull(resource), scopes.next());
            } else if (resources.hasNext()) {
                resource = resources.next();
                scopes = resource.scopes().iterator();
            } else {
                return false;
            }
        }
        return true;
    }

    private void enter(OfResource from, OfScope by) {
        records = by.records().iterator();
        origin = null;
        try {
            checkSize(from.resource());
            checkSize(by.scope());
            origin = mapping.origin(format, body, from, by);
        } catch (EventRejected why) {
            unreadable = why;
        }
    }

    private byte[] line(Slice record) throws EventRejected, BodyRejected {
        if (origin == null) {
            throw Objects.requireNonNull(unreadable);
        }
        checkSize(record);
        LogRecord.Builder log = LogRecord.newBuilder();
        format.read(body, record, log);
        byte[] document = bytes(mapping.document(log.build(), origin));
        if (document.length > limits.record().bytes()) {
            throw new EventRejected(
                    Problem.EVENT_TOO_LARGE, document.length, limits.record().bytes());
        }
        made += document.length + 1L;
        if (made > limits.documentBytes()) {
            throw new BodyRejected(Problem.OTLP_DOCUMENTS_TOO_LARGE, limits.documentBytes());
        }
        byte[] ended = Arrays.copyOf(document, document.length + 1);
        ended[document.length] = '\n';
        return ended;
    }

    private byte[] bytes(Object document) throws EventRejected {
        try {
            return json.writeValueAsBytes(document);
        } catch (JacksonException notWritten) {
            throw new EventRejected(Problem.OTLP_RECORD_UNREADABLE, "it cannot be written as JSON");
        }
    }

    private void checkSize(Slice part) throws EventRejected {
        if (part.length() > limits.record().bytes()) {
            throw new EventRejected(
                    Problem.EVENT_TOO_LARGE, part.length(), limits.record().bytes());
        }
    }
}
