package io.eqlair.ingest.bulk;

import io.eqlair.event.Envelope;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads action lines. For one body and one thread: it remembers the last line, as senders repeat it for each document. */
final class ActionParser {

    /** As in Elasticsearch, which counts bytes. */
    private static final int LONGEST_NAME = 512;

    private static final JsonFactory JSON = new JsonFactory();

    private final @Nullable String usualIndex;
    private byte[] lastLine = {};
    private @Nullable BulkAction last;
    private String reason = "";
    private @Nullable BulkOperation begun;

    /**
     * A parser for one body.
     *
     * @param usualIndex of actions that name none
     */
    ActionParser(@Nullable String usualIndex) {
        this.usualIndex = usualIndex;
    }

    /** The action that stands in a range of bytes; null where it is none, for a {@link #reason}. */
    @Nullable
    BulkAction parse(byte[] bytes, int from, int to) {
        if (last == null || !Arrays.equals(bytes, from, to, lastLine, 0, lastLine.length)) {
            last = read(bytes, from, to);
            lastLine = Arrays.copyOfRange(bytes, from, to);
        }
        return last;
    }

    /** Why the last line was no action. */
    String reason() {
        return reason;
    }

    /** What the last line, if it was no action, begins like. */
    @Nullable
    BulkOperation begun() {
        return begun;
    }

    private @Nullable BulkAction read(byte[] bytes, int from, int to) {
        begun = null;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (json.nextToken() != JsonToken.START_OBJECT || json.nextToken() != JsonToken.PROPERTY_NAME) {
                return none("expected an object with `index`, `create`, `update` or `delete`");
            }
            BulkOperation operation = operation(json.currentName());
            if (operation == null) {
                return none(
                        "expected `index`, `create`, `update` or `delete`, found `" + shown(json.currentName()) + "`");
            }
            begun = operation;
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return none("expected an object behind `" + operation.text() + "`");
            }
            BulkAction action = new BulkAction(operation, envelope(json));
            if (length(action.envelope().id()) > LONGEST_NAME
                    || length(action.envelope().index()) > LONGEST_NAME) {
                return none("`_id` or `_index` has more than " + LONGEST_NAME + " characters");
            }
            return endsHere(json) ? action : none("something follows it on its line");
        } catch (JacksonException broken) {
            return none("it is not JSON");
        }
    }

    private @Nullable BulkAction none(String why) {
        reason = why;
        return null;
    }

    private static @Nullable BulkOperation operation(String name) {
        return switch (name) {
            case "index" -> BulkOperation.INDEX;
            case "create" -> BulkOperation.CREATE;
            case "update" -> BulkOperation.UPDATE;
            case "delete" -> BulkOperation.DELETE;
            default -> null;
        };
    }

    /** All but index and id is ignored, so that whatever a shipper adds does no harm. */
    private Envelope envelope(JsonParser json) {
        String index = usualIndex;
        String id = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                index = name.equals("_index") ? json.getString() : index;
                id = name.equals("_id") ? json.getString() : id;
            }
            json.skipChildren();
        }
        return index == null && id == null ? Envelope.NONE : new Envelope(index, id);
    }

    /** A line that goes on may have its document in it, which would be lost. */
    private static boolean endsHere(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            json.nextToken();
            json.skipChildren();
        }
        return json.nextToken() == null;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 40 ? printable.substring(0, 40).toLowerCase(Locale.ROOT) + "…" : printable;
    }
}
