package io.eqlair.ingest.otlp;

import com.google.protobuf.Message;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.problem.Problem;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.Iterator;
import java.util.List;

/** Goes from record to record of a request, and reads each; resources and scopes it reads once. For one thread. */
final class RecordCursor {

    private static final Origin.OfResource NOWHERE = new Origin.OfResource(List.of(), 0, "");
    private static final Origin.OfScope NOBODY = new Origin.OfScope("", "", List.of(), 0, "");

    private final byte[] body;
    private final LogsFormat format;
    private final AttributeTable table;
    private final EventLimits limits;

    private final Iterator<LogsOutline.OfResource> resources;
    private Iterator<LogsOutline.OfScope> scopes =
            List.<LogsOutline.OfScope>of().iterator();
    private Iterator<Slice> records = List.<Slice>of().iterator();

    private Shared<Origin.OfResource> resource = new Shared<>(NOWHERE, null);
    private Shared<Origin.OfScope> scope = new Shared<>(NOBODY, null);
    private Slice record = Slice.NONE;

    RecordCursor(byte[] body, LogsFormat format, LogsOutline outline, AttributeTable table, EventLimits limits) {
        this.body = body;
        this.format = format;
        this.table = table;
        this.limits = limits;
        this.resources = outline.resources().iterator();
    }

    /** Goes on to the next record; false at the end. */
    boolean next() {
        while (!records.hasNext()) {
            if (scopes.hasNext()) {
                enter(scopes.next());
            } else if (resources.hasNext()) {
                enter(resources.next());
            } else {
                return false;
            }
        }
        record = records.next();
        return true;
    }

    private void enter(LogsOutline.OfResource next) {
        scopes = next.scopes().iterator();
        resource = Shared.of(() -> {
            Resource.Builder read = Resource.newBuilder();
            read(next.resource(), read);
            List<Attribute> attributes = new AttributeReader(table, limits).read(read.getAttributesList());
            return new Origin.OfResource(attributes, read.getDroppedAttributesCount(), next.schemaUrl());
        });
    }

    private void enter(LogsOutline.OfScope next) {
        records = next.records().iterator();
        scope = Shared.of(() -> {
            InstrumentationScope.Builder read = InstrumentationScope.newBuilder();
            read(next.scope(), read);
            List<Attribute> attributes = new AttributeReader(table, limits).read(read.getAttributesList());
            return new Origin.OfScope(
                    read.getName(), read.getVersion(), attributes, read.getDroppedAttributesCount(), next.schemaUrl());
        });
    }

    /** Where the record comes from. */
    Origin origin() throws EventRejected {
        return new Origin(resource.get(), scope.get());
    }

    LogRecord record() throws EventRejected {
        LogRecord.Builder read = LogRecord.newBuilder();
        read(record, read);
        return read.build();
    }

    private void read(Slice part, Message.Builder into) throws EventRejected {
        if (part.length() > limits.bytes()) {
            throw new EventRejected(Problem.EVENT_TOO_LARGE, part.length(), limits.bytes());
        }
        format.read(body, part, into);
    }
}
