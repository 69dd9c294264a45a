package io.eqlair.ingest.bulk;

import io.eqlair.event.Envelope;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a body of the bulk protocol, one action and its document at a time. For one thread. */
public final class BulkReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Takes what is read, in its order. */
    public interface Sink {

        /** A document stands in a range of bytes, which is valid during the call only. */
        void document(BulkAction action, byte[] bytes, int from, int to) throws IOException;

        /** An action that asks for nothing that could be evaluated. */
        void delete(BulkAction action) throws IOException;

        /** There is no document for an action, or it is too long. */
        void refused(BulkAction action, Problem problem, Object... arguments) throws IOException;
    }

    private final ByteWindow window;
    private final ActionParser actions;
    private final int longest;
    private final Sink sink;
    private long line;
    private long stray;
    private int from;
    private int to;

    /**
     * A reader of one body.
     *
     * @param usualIndex of actions that name none, such as that of the path
     * @param longest document, in bytes
     */
    public BulkReader(ByteWindow window, @Nullable String usualIndex, int longest, Sink sink) {
        this.window = window;
        this.actions = new ActionParser(usualIndex);
        this.longest = longest;
        this.sink = sink;
    }

    /** How many lines belonged to nothing. */
    public long stray() {
        return stray;
    }

    /**
     * Reads to the end.
     *
     * @throws BodyRejected when the first line does not even begin like an action: then it is no such body at all
     */
    public void read() throws IOException {
        window.skipPrefix(BYTE_ORDER_MARK);
        boolean more = nextLine();
        if (more && action() == null && actions.begun() == null) {
            throw new BodyRejected(Problem.BULK_NO_ACTION, line, reason());
        }
        while (more) {
            BulkAction action = action();
            more = action == null ? noAction() : withAction(action);
        }
    }

    private @Nullable BulkAction action() {
        return window.overflowed() ? null : actions.parse(window.buffer(), from, to);
    }

    private String reason() {
        return window.overflowed() ? "it is too long" : actions.reason();
    }

    private boolean withAction(BulkAction action) throws IOException {
        long at = line;
        if (action.operation() == BulkOperation.DELETE) {
            sink.delete(action);
        } else if (!nextLine()) {
            sink.refused(action, Problem.BULK_NO_DOCUMENT, at);
            return false;
        } else if (window.overflowed()) {
            sink.refused(action, Problem.EVENT_TOO_LARGE, window.sinceMark(), longest);
        } else if (action.operation() == BulkOperation.UPDATE) {
            update(action);
        } else {
            sink.document(action, window.buffer(), from, to);
        }
        return nextLine();
    }

    /** What begins like an action is one for its sender; of all else what follows decides. */
    private boolean noAction() throws IOException {
        String reason = reason();
        BulkOperation begun = window.overflowed() ? null : actions.begun();
        long at = line;
        boolean more = nextLine();
        boolean hasDocument = more && action() == null;
        if (begun == null && !hasDocument) {
            stray++;
            return more;
        }
        BulkAction broken = new BulkAction(begun == null ? BulkOperation.INDEX : begun, Envelope.NONE);
        sink.refused(broken, Problem.BULK_NO_ACTION, at, reason);
        return hasDocument ? nextLine() : more;
    }

    /** The document of an update stands in a member of its line. What is no object at all is left to whoever reads documents. */
    private void update(BulkAction action) throws IOException {
        Optional<Range> document;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), window.buffer(), from, to - from)) {
            document = json.nextToken() == JsonToken.START_OBJECT ? member(json) : Optional.of(new Range(from, to));
        } catch (JacksonException broken) {
            document = Optional.of(new Range(from, to));
        }
        if (document.isPresent()) {
            sink.document(
                    action,
                    window.buffer(),
                    document.get().from(),
                    document.get().to());
        } else {
            sink.refused(action, Problem.BULK_NO_EVENT, line);
        }
    }

    /** Bytes of the buffer. */
    private record Range(int from, int to) {}

    private Optional<Range> member(JsonParser json) {
        Range document = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            int start = from + (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            boolean wanted = name.equals("doc") || (name.equals("upsert") && document == null);
            if (wanted && value == JsonToken.START_OBJECT) {
                document = new Range(start, from + (int) json.currentLocation().getByteOffset());
            }
        }
        boolean endsHere = json.nextToken() == null;
        return endsHere ? Optional.ofNullable(document) : Optional.of(new Range(from, to));
    }

    /** Goes to the next line that is not blank; false at the end. */
    private boolean nextLine() throws IOException {
        do {
            if (line > 0) {
                window.next(); // the newline
            }
            if (window.peek() == ByteWindow.END) {
                return false;
            }
            window.toLineEnd();
            line++;
            from = window.marked();
            to = window.position();
        } while (!window.overflowed() && isBlank(window.buffer(), from, to));
        return true;
    }

    /** Whether nothing but blanks stands in a part of a line. */
    public static boolean isBlank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
