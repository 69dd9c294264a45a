package io.eqlair.ingest;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Cuts a body into documents, holding one of them at a time.
 *
 * <p>Where a line of NDJSON is broken off, its quotes or brackets stay open and would swallow the lines that follow. Two
 * things cannot occur in JSON and give it away: a line break inside a string, and a line that begins with <code>{</code>
 * where a key must stand. The document then ends with the line before.
 */
final class DocumentSplitter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] EVENTS = "\"events\"".getBytes(StandardCharsets.UTF_8);
    private static final int END = -1;

    /** What a body consists of; decides what to do when nothing in it could be read. */
    enum Shape {
        EMPTY,
        ARRAY,
        OBJECTS,
        /** Neither begins with a bracket nor has a line that does. */
        OTHER
    }

    /** Takes the documents in their order. */
    interface Sink {

        /** A document, from its first byte to its last. */
        void document(byte[] bytes) throws IOException;

        /** A document that was refused before it was complete. */
        void refused(Problem problem, Object... arguments) throws IOException;
    }

    private final ByteWindow window;
    private final Sink sink;
    private final int longestDocument;
    private Shape shape = Shape.EMPTY;

    DocumentSplitter(InputStream body, Sink sink, int longestDocument) {
        this.window = new ByteWindow(body, longestDocument);
        this.sink = sink;
        this.longestDocument = longestDocument;
    }

    /** Reads the body to its end. */
    Shape split() throws IOException {
        window.skipPrefix(BYTE_ORDER_MARK);
        int first = skipBlanks();
        if (first == '[') {
            array();
        } else if (first == '{' && isEnvelope()) {
            array();
            while (window.next() != END) {
                // what follows the events in their envelope
            }
        } else if (first != END) {
            shape = Shape.OTHER;
            lines();
        }
        return shape;
    }

    private void lines() throws IOException {
        for (int c = skipBlanks(); c != END; c = skipBlanks()) {
            window.mark();
            if (c == '{') {
                shape = Shape.OBJECTS;
                object(true);
            } else {
                restOfLine();
            }
            emit();
        }
    }

    private void array() throws IOException {
        shape = Shape.ARRAY;
        window.next();
        for (int c = skipSeparators(); c != ']'; c = skipSeparators()) {
            if (c == END) {
                sink.refused(Problem.BODY_ARRAY_OPEN);
                return;
            }
            window.mark();
            if (c == '{') {
                object(false);
            } else {
                scalar();
            }
            emit();
        }
        window.next();
    }

    /** Whether the body begins with <code>{"events": [</code>; if so, the window stands at the bracket. */
    private boolean isEnvelope() throws IOException {
        window.mark();
        window.next();
        skipBlanks();
        boolean envelope = window.skipPrefix(EVENTS) && skipBlanks() == ':';
        if (envelope) {
            window.next();
            envelope = skipBlanks() == '[';
        }
        if (envelope) {
            window.release();
        } else {
            window.rewind();
        }
        return envelope;
    }

    /** From an opening bracket to the one that closes it. */
    private void object(boolean byLines) throws IOException {
        BitSet arrays = new BitSet();
        int depth = 0;
        int last = 0;
        int lineEnd = -1;
        do {
            int c = window.next();
            switch (c) {
                case '{', '[' -> {
                    if (byLines && c == '{' && lineEnd >= 0 && !arrays.get(depth) && last != ':') {
                        window.backTo(lineEnd);
                        return;
                    }
                    arrays.set(++depth, c == '[');
                }
                case '}', ']' -> depth--;
                case '"' -> {
                    if (!string(byLines)) {
                        return;
                    }
                }
                case '\n' -> lineEnd = window.sinceMark() - 1;
                case END -> {
                    return;
                }
                default -> {
                    // a key's colon, a comma, a number, a word, a blank
                }
            }
            if (!isBlank(c)) {
                last = c;
                lineEnd = -1;
            }
        } while (depth > 0);
    }

    /** To the closing quote; false where the text or, if lines count, the line ends first. */
    private boolean string(boolean byLines) throws IOException {
        for (int c = window.next(); c != '"'; c = window.next()) {
            if (c == END || (byLines && c == '\n')) {
                return false;
            }
            if (c == '\\') {
                window.next();
            }
        }
        return true;
    }

    private void scalar() throws IOException {
        for (int c = window.peek(); c != ',' && c != ']' && c != END; c = window.peek()) {
            window.next();
            if (c == '"' && !string(false)) {
                return;
            }
            if (c == '[') {
                nestedArray();
            }
        }
    }

    private void nestedArray() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int c = window.next();
            if (c == END || (c == '"' && !string(false))) {
                return;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
    }

    private void restOfLine() throws IOException {
        for (int c = window.peek(); c != '\n' && c != END; c = window.peek()) {
            window.next();
        }
    }

    private void emit() throws IOException {
        if (window.overflowed()) {
            sink.refused(Problem.EVENT_TOO_LARGE, window.sinceMark(), longestDocument);
            window.release();
        } else {
            sink.document(window.take());
        }
    }

    /** The first byte that is not blank; the window stands before it. */
    private int skipBlanks() throws IOException {
        int c = window.peek();
        while (isBlank(c)) {
            window.next();
            c = window.peek();
        }
        return c;
    }

    private int skipSeparators() throws IOException {
        int c = skipBlanks();
        while (c == ',') {
            window.next();
            c = skipBlanks();
        }
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
