package io.eqlair.ingest;

import static io.eqlair.ingest.ByteWindow.END;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a body into documents, holding one of them at a time. For one body and one thread.
 *
 * <p>Arrays and envelopes come first or not at all: behind an object, what begins like them is a document. An envelope is
 * an object with a list {@code events} near its beginning, whatever else it says.
 *
 * <p>What stands on a line behind an object belongs to it, so that it is refused with it; only another object may follow.
 */
final class DocumentSplitter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How a body in UTF-16 begins, with a mark or without. */
    private static final byte[][] UTF_16 = {
        {(byte) 0xFF, (byte) 0xFE}, {(byte) 0xFE, (byte) 0xFF}, {'{', 0}, {'[', 0}, {0, '{'}, {0, '['}
    };

    private static final byte[] EVENTS = "\"events\"".getBytes(StandardCharsets.UTF_8);

    /** So far into an object the list of an envelope is looked for; all of it must be read again where there is none. */
    private static final int LOOK_AHEAD = 64 * 1024;

    /** What a body consists of; decides what to say when nothing in it could be read. */
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
    private final ObjectCutter objects;
    private final Sink sink;
    private final int longestDocument;
    private Shape shape = Shape.EMPTY;
    private int indent;
    private int firstLine = 1;
    private long firstByte = -1;
    private boolean complete = true;

    DocumentSplitter(InputStream body, Sink sink, int longestDocument) {
        this.window = new ByteWindow(body, longestDocument);
        this.objects = new ObjectCutter(window);
        this.sink = sink;
        this.longestDocument = longestDocument;
    }

    /** What was found so far. */
    Shape shape() {
        return shape;
    }

    /** The line, from 1, where the first document begins. */
    int firstLine() {
        return firstLine;
    }

    /** How many bytes of the body lie before its first document. */
    long firstByte() {
        return Math.max(firstByte, 0);
    }

    /** Reads the body to its end. */
    void split() throws IOException {
        window.skipPrefix(BYTE_ORDER_MARK);
        for (byte[] prefix : UTF_16) {
            if (window.skipPrefix(prefix)) {
                throw new BodyRejected(Problem.BODY_UTF_16);
            }
        }
        for (int c = skipBlanks(); c != END; c = skipBlanks()) {
            boolean startsList = shape == Shape.EMPTY || shape == Shape.ARRAY;
            if (c == '[' && startsList) {
                array();
            } else if (c == '{' && startsList) {
                envelopeOrObject();
            } else if (c == '{') {
                object(indent);
            } else {
                otherLine();
            }
        }
    }

    private void envelopeOrObject() throws IOException {
        int ownIndent = indent;
        int ownLine = firstLine;
        window.mark();
        if (isEnvelope()) {
            window.release();
            array();
            restOfEnvelope();
        } else {
            window.backTo(0);
            firstLine = ownLine;
            object(ownIndent);
        }
    }

    private void object(int ownIndent) throws IOException {
        shape = Shape.OBJECTS;
        mark();
        complete = objects.cut(ownIndent);
        restOfLineUnlessObject();
        emit();
    }

    /** Whether an envelope begins here; the window then stands at its array. */
    private boolean isEnvelope() throws IOException {
        window.next();
        for (int c = skipSeparators(); c == '"' && looksAhead(); c = skipSeparators()) {
            if (window.skipPrefix(EVENTS)) {
                return listFollows();
            }
            skipMember();
        }
        return false;
    }

    private boolean listFollows() throws IOException {
        if (skipBlanks() != ':') {
            return false;
        }
        window.next();
        return skipBlanks() == '[';
    }

    /** To the comma or bracket behind a key and its value, or to where the look ahead ends. */
    private void skipMember() throws IOException {
        Outline outline = new Outline();
        boolean inString = false;
        for (int c = window.peek(); c != END && looksAhead(); c = window.peek()) {
            if (!inString && outline.depth() == 0 && (c == ',' || c == '}')) {
                return;
            }
            window.next();
            if (c == '"') {
                inString = !inString;
            } else if (c == '\\' && inString) {
                window.next();
            } else if (!inString) {
                outline.take(c);
            }
        }
    }

    private boolean looksAhead() {
        return window.sinceMark() < LOOK_AHEAD;
    }

    /** To the bracket that closes the envelope. */
    private void restOfEnvelope() throws IOException {
        Outline outline = new Outline();
        outline.take('{');
        while (outline.depth() > 0) {
            int c = window.next();
            if (c == END) {
                refuseOpenArray();
                return;
            }
            outline.take(c);
            if (c == '"') {
                ObjectCutter.skipString(window);
            }
        }
    }

    private void array() throws IOException {
        shape = Shape.ARRAY;
        window.next();
        for (int c = skipSeparators(); c != ']'; c = skipSeparators()) {
            if (c == END) {
                refuseOpenArray();
                return;
            }
            mark();
            if (c == '{') {
                complete = objects.cut(indent);
            } else {
                other();
            }
            emit();
        }
        window.next();
    }

    /** Unless the document before was refused for the same reason. */
    private void refuseOpenArray() throws IOException {
        if (complete) {
            complete = false;
            sink.refused(Problem.BODY_ARRAY_OPEN);
        }
    }

    /** A member of an array that is no object. */
    private void other() throws IOException {
        Outline outline = new Outline();
        for (int c = window.peek(); c != END; c = window.peek()) {
            if (outline.depth() == 0 && (c == ',' || c == ']')) {
                return;
            }
            window.next();
            outline.take(c);
            if (c == '"') {
                ObjectCutter.skipString(window);
            }
        }
        complete = false;
    }

    private void otherLine() throws IOException {
        shape = shape == Shape.EMPTY ? Shape.OTHER : shape;
        mark();
        restOfLine();
        emit();
    }

    private void restOfLineUnlessObject() throws IOException {
        long end = window.sinceMark();
        int c = window.peek();
        while (isBlank(c) && c != '\n') {
            window.next();
            c = window.peek();
        }
        if (c == '\n' || c == '{' || c == END) {
            window.backTo(end);
        } else {
            restOfLine();
        }
    }

    private void restOfLine() throws IOException {
        for (int c = window.peek(); c != '\n' && c != END; c = window.peek()) {
            window.next();
        }
    }

    private void mark() {
        firstByte = firstByte < 0 ? window.offset() : firstByte;
        window.mark();
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
        indent = 0;
        int c = window.peek();
        while (isBlank(c)) {
            window.next();
            indent = c == '\n' ? 0 : indent + 1;
            firstLine += c == '\n' && firstByte < 0 ? 1 : 0;
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
