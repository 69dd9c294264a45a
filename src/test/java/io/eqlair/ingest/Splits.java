package io.eqlair.ingest;

import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRoles;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a body was cut into.
 *
 * @param documents their text, or the code of the problem for which one was refused
 */
record Splits(List<String> documents, DocumentSplitter.Shape shape, int firstLine, long firstByte) {

    static final int LARGE = 1 << 20;
    static final int WINDOW = 1 << 16;

    private static final EventReader READER = new EventReader(
            EventRoles.ECS.table(Set.of()), EventRoles.ECS, EventLimits.DEFAULT, InstantSource.system(), () -> 0);

    /** Cut as the service does it. */
    static Splits of(String body) {
        return of(body.getBytes(StandardCharsets.UTF_8), LARGE, WINDOW, true);
    }

    /** The same with a window that is filled with so many bytes at a time. */
    static Splits of(String body, int longest, int window) {
        return of(body.getBytes(StandardCharsets.UTF_8), longest, window, true);
    }

    /** Looked at byte by byte throughout. */
    static Splits byteByByte(String body, int window) {
        return of(body.getBytes(StandardCharsets.UTF_8), LARGE, window, false);
    }

    static Splits of(byte[] body, int longest, int window, boolean atOnce) {
        List<String> documents = new ArrayList<>();
        ByteWindow bytes = new ByteWindow(new ByteArrayInputStream(body), longest, window, window);
        DocumentSplitter splitter = new DocumentSplitter(bytes, new Sink(documents, atOnce), longest);
        try {
            splitter.split(Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Splits(documents, splitter.shape(), splitter.firstLine(), splitter.firstByte());
    }

    /** Keeps the documents as texts; reads objects where they stand, or refuses to. */
    private static final class Sink implements DocumentSplitter.Sink {

        private final List<String> documents;
        private final boolean atOnce;
        private final Event event = READER.newEvent();
        private String read = "";

        Sink(List<String> documents, boolean atOnce) {
            this.documents = documents;
            this.atOnce = atOnce;
        }

        @Override
        public int read(byte[] bytes, int from, int limit) {
            int end = atOnce ? READER.read(event, bytes, from, limit, Envelope.NONE) : EventReader.MALFORMED;
            read = end < 0 ? "" : new String(bytes, from, end - from, StandardCharsets.UTF_8);
            return end;
        }

        @Override
        public void object() {
            documents.add(read);
        }

        @Override
        public void document(byte[] bytes) {
            documents.add(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void refused(Problem problem, Object... arguments) {
            documents.add(problem.code());
        }
    }
}
