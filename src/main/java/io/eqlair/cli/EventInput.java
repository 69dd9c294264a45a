package io.eqlair.cli;

import io.eqlair.ingest.body.Body;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Where events are read from: a file, or standard input. Both may be packed with gzip, which shows in the first two bytes. */
final class EventInput implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final InputStream stream;

    EventInput(InputStream stream) {
        this.stream = new BufferedInputStream(stream, BUFFER);
    }

    /** To be read once. */
    Body body() throws IOException {
        return new Body(stream, -1, isPacked() ? "gzip" : null);
    }

    private boolean isPacked() throws IOException {
        stream.mark(2);
        boolean packed = stream.read() == 0x1F && stream.read() == 0x8B;
        stream.reset();
        return packed;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
