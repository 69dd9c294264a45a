package io.eqlair.ingest.otlp;

import com.google.protobuf.Message;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.body.BodyRejected;

/** How a request to export logs is written. */
interface LogsFormat {

    /** Finds where its parts stand. */
    LogsOutline outline(byte[] body) throws BodyRejected;

    /** Reads one part into a message. */
    void read(byte[] body, Slice part, Message.Builder into) throws EventRejected;
}
