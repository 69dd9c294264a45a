package io.eqlair.ingest;

import static io.eqlair.ingest.body.ByteWindow.END;

import io.eqlair.event.EventReader;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a body into documents, holding one of them at a time. For one body and one thread.
 *
 * <p>Where a document begins, the sink is let to read it first, right from the window: if it is JSON, that says where it ends,
 * and nobody needs to look at its bytes twice. Only what is not JSON, or has something behind it on its line, is cut byte by
 * byte, so that what it breaks is confined.
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

    private static final String EVENTS = "\"events\"";
    private static final byte[] EVENTS_BYTES = EVENTS.getBytes(StandardCharsets.US_ASCII);

    /** So far into an object the list of an envelope is looked for; all of it must be read again where there is none. */
    private static final int LOOK_AHEAD = ByteWindow.MARGIN;

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

        /** Reads an object, to which {@link #object} refers next if it is a document; answers as {@link EventReader} does. */
        int read(byte[] bytes, int from, int limit);

        /** What was read last is a document. */
        void object() throws IOException;

        /** A document that could not be read so, from its first byte to its last. */
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
    private boolean begun;

    /** Whether more follows behind the window's end. */
    private boolean goesOn;

    private boolean stopped;

    /** Cuts a body. */
    DocumentSplitter(ByteWindow window, Sink sink, int longestDocument) {
        this.window = window;
        this.objects = new ObjectCutter(window);
        this.sink = sink;
        this.longestDocument = longestDocument;
    }

    /**
     * Cuts a piece of a body: objects that follow others. It stops before a document that ends with the piece, unless that is the
     * last one: where it ends in truth is to be seen from what follows.
     */
    static DocumentSplitter ofObjects(ByteWindow window, Sink sink, int longestDocument, boolean last) {
        DocumentSplitter splitter = new DocumentSplitter(window, sink, longestDocument);
        splitter.begun = true;
        splitter.goesOn = !last;
        splitter.shape = Shape.OBJECTS;
        return splitter;
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

    /**
     * Reads the body to its end, or to an object that begins a line and has more behind it than the window holds, so that somebody
     * else may go on from there.
     *
     * @param atLeast so many bytes are not left to anybody else
     * @return whether it came to the end
     */
    boolean split(long atLeast) throws IOException {
        begin();
        long start = window.offset();
        for (int c = skipBlanks(); c != END; c = stopped ? END : skipBlanks()) {
            boolean startsList = shape == Shape.EMPTY || shape == Shape.ARRAY;
            if (c == '[' && startsList) {
                array();
            } else if (c == '{' && startsList) {
                envelopeOrObject();
            } else if (c == '{') {
                if (window.offset() - start >= atLeast && maybeLines()) {
                    return false;
                }
                object(indent);
            } else {
                otherLine();
            }
        }
        return true;
    }

    /** Whether objects, of which there was one already, may go on to the end with one on each line. */
    private boolean maybeLines() {
        return shape == Shape.OBJECTS && indent == 0 && !window.ended() && !objects.readsAgain();
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        window.skipPrefix(BYTE_ORDER_MARK);
        for (byte[] prefix : UTF_16) {
            if (window.skipPrefix(prefix)) {
                throw new BodyRejected(Problem.BODY_UTF_16);
            }
        }
    }

    /** What is there already suffices for most, and then it is cheap to see that it is no envelope. */
    private void envelopeOrObject() throws IOException {
        int ownIndent = indent;
        int ownLine = firstLine;
        window.mark();
        int end = read();
        if (isDone(end, true) && !window.contains(EVENTS, end)) {
            shape = Shape.OBJECTS;
            take(end);
        } else if (isEnvelope()) {
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
        if (!takeAtOnce(true)) {
            complete = objects.cut(ownIndent);
            restOfLineUnlessObject();
            emit();
        }
    }

    /** Lets the sink read an object where it stands; false if it must be looked at byte by byte. */
    private boolean takeAtOnce(boolean endsLine) throws IOException {
        if (objects.readsAgain()) {
            return false;
        }
        int end = read();
        for (boolean more = true; more && isOpen(end, endsLine); end = read()) {
            more = window.readOn();
        }
        if (isDone(end, endsLine)) {
            take(end);
            return true;
        }
        return false;
    }

    private int read() {
        int end = sink.read(window.buffer(), window.position(), window.limit());
        return end - window.position() > longestDocument ? EventReader.MALFORMED : end;
    }

    /** Whether more bytes would tell more. */
    private boolean isOpen(int end, boolean endsLine) {
        return end == EventReader.INCOMPLETE
                || (end >= 0 && endsLine && window.lineGoesOnWith(end) == ByteWindow.UNKNOWN);
    }

    private boolean isDone(int end, boolean endsLine) {
        if (end < 0 || !endsLine) {
            return end >= 0;
        }
        int c = window.lineGoesOnWith(end);
        return c == '\n' || c == '{' || c == END;
    }

    private void take(int end) throws IOException {
        firstByte = firstByte < 0 ? window.offset() : firstByte;
        window.moveTo(end);
        window.release();
        complete = true;
        sink.object();
    }

    /** Whether an envelope begins here; the window then stands at its array. */
    private boolean isEnvelope() throws IOException {
        window.next();
        for (int c = skipSeparators(); c == '"' && looksAhead(); c = skipSeparators()) {
            if (window.skipPrefix(EVENTS_BYTES)) {
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
            if (c != '{') {
                other();
                emit();
            } else if (!takeAtOnce(false)) {
                complete = objects.cut(indent);
                emit();
            }
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
        if (goesOn && window.metEnd()) {
            window.backTo(0);
            window.moveTo(window.position() - indent); // who goes on from there finds the same indentation
            stopped = true;
        } else if (window.overflowed()) {
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
