package io.eqlair.ingest;

import io.eqlair.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What a body was cut into.
 *
 * @param documents their text, or the code of the problem for which one was refused
 */
record Splits(List<String> documents, DocumentSplitter.Shape shape, int firstLine, long firstByte) {

    static final int LARGE = 1 << 20;

    static Splits of(String body) {
        return of(body, LARGE, chunk -> chunk);
    }

    static Splits of(String body, int longest, IntUnaryOperator chunks) {
        return of(body.getBytes(StandardCharsets.UTF_8), longest, chunks);
    }

    /** Cuts a body that arrives in chunks, whose lengths are picked from what is asked for. */
    static Splits of(byte[] body, int longest, IntUnaryOperator chunks) {
        List<String> documents = new ArrayList<>();
        DocumentSplitter splitter = new DocumentSplitter(arriving(body, chunks), new Sink(documents), longest);
        try {
            splitter.split();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Splits(documents, splitter.shape(), splitter.firstLine(), splitter.firstByte());
    }

    private static ByteArrayInputStream arriving(byte[] body, IntUnaryOperator chunks) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.max(1, Math.min(length, chunks.applyAsInt(length))));
            }
        };
    }

    private record Sink(List<String> documents) implements DocumentSplitter.Sink {

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
