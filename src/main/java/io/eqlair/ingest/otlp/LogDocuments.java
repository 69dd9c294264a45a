package io.eqlair.ingest.otlp;

import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of a request as NDJSON, made while they are read: one line for each record, but for those that are refused. For one
 * thread.
 */
public final class LogDocuments extends InputStream {

    private final RecordCursor records;
    private final RecordMapping mapping;
    private final LogsLimits limits;
    private final JsonMapper json;
    private final Refusals refusals = new Refusals();

    private int position;
    private byte[] line = {};
    private int at;
    private long made;

    LogDocuments(RecordCursor records, RecordMapping mapping, LogsLimits limits, JsonMapper json) {
        this.records = records;
        this.mapping = mapping;
        this.limits = limits;
        this.json = json;
    }

    /** Whether there is no document at all, or no more. */
    public boolean isEmpty() throws IOException {
        return at == line.length && !advance();
    }

    /** Records of which no document could be made so far. */
    public Refusals refusals() {
        return refusals;
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
        while (records.next()) {
            try {
                line = nextLine();
                at = 0;
                position++;
                return true;
            } catch (EventRejected alone) {
                refusals.add(position++, alone);
            }
        }
        return false;
    }

    /** The work that is done for one that is refused as too large counts as well: else many would be endless work. */
    private byte[] nextLine() throws EventRejected, BodyRejected {
        Origin origin = records.origin();
        byte[] document = bytes(mapping.document(records.record(), origin));
        made += document.length + 1L;
        if (made > limits.documentBytes()) {
            throw new BodyRejected(Problem.OTLP_DOCUMENTS_TOO_LARGE, limits.documentBytes());
        }
        int most = limits.record().bytes();
        if (document.length > most) {
            throw new EventRejected(Problem.EVENT_TOO_LARGE, document.length, most);
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
}
