package io.eqlair.ingest.otlp;

import com.google.protobuf.Message;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.event.JsonSyntax;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.otlp.LogsOutline.OfResource;
import io.eqlair.ingest.otlp.LogsOutline.OfScope;
import io.eqlair.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Requests in JSON. The order of members is free; null is nothing, and what is not known is passed over. */
final class JsonLogs implements LogsFormat {

    /** What is nested more deeply is refused whole; what is nested more than an event may be, record by record. */
    private static final int DEPTH = 10_000;

    private final LogsLimits limits;
    private final JsonFactory json;
    private final JsonMessages messages;

    JsonLogs(LogsLimits limits) {
        this.limits = limits;
        this.messages = new JsonMessages(limits.record());
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(limits.record().bytes())
                        .build())
                .build();
    }

    @Override
    public LogsOutline outline(byte[] body) throws BodyRejected {
        if (body.length > 1 && (isForeign(body[0]) || isForeign(body[1]))) {
            throw new BodyRejected(Problem.BODY_UTF_16);
        }
        LogsOutline outline = new LogsOutline(limits.records());
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            request(parser, outline);
            if (parser.nextToken() != null) {
                throw refused(parser, "something follows the object");
            }
            return outline;
        } catch (JacksonException malformed) {
            throw explained(malformed);
        }
    }

    /**
     * Whether a byte, one of the first two, is none of JSON in UTF-8, but half a character of UTF-16, a quarter of one of UTF-32, or of
     * the mark that both may begin with (FE FF, in either order). The parser would read those, and not say at which bytes it is.
     */
    private static boolean isForeign(byte first) {
        return first == 0 || first == (byte) 0xFE || first == (byte) 0xFF;
    }

    private static void request(JsonParser parser, LogsOutline outline) throws BodyRejected {
        boolean[] found = {false, false};
        members(parser, "the body", name -> {
            found[0] = true;
            if (name.equals("resourceLogs")) {
                found[1] = true;
                elements(parser, name, () -> outline.add(resource(parser, outline)));
            } else {
                parser.skipChildren();
            }
        });
        if (found[0] && !found[1]) {
            throw refused(parser, "it has no `resourceLogs`");
        }
    }

    private static OfResource resource(JsonParser parser, LogsOutline outline) throws BodyRejected {
        Slice[] resource = {Slice.NONE};
        String[] schema = {""};
        List<OfScope> scopes = new ArrayList<>();
        members(parser, "an element of `resourceLogs`", name -> {
            switch (name) {
                case "resource" -> resource[0] = slice(parser);
                case "schemaUrl" -> schema[0] = text(parser);
                case "scopeLogs" ->
                    elements(parser, name, () -> {
                        OfScope scope = scope(parser, outline);
                        if (!scope.records().isEmpty()) {
                            scopes.add(scope);
                        }
                    });
                default -> parser.skipChildren();
            }
        });
        return new OfResource(resource[0], schema[0], scopes);
    }

    private static OfScope scope(JsonParser parser, LogsOutline outline) throws BodyRejected {
        Slice[] scope = {Slice.NONE};
        String[] schema = {""};
        List<Slice> records = new ArrayList<>();
        members(parser, "an element of `scopeLogs`", name -> {
            switch (name) {
                case "scope" -> scope[0] = slice(parser);
                case "schemaUrl" -> schema[0] = text(parser);
                case "logRecords" ->
                    elements(parser, name, () -> {
                        outline.count();
                        records.add(slice(parser));
                    });
                default -> parser.skipChildren();
            }
        });
        return new OfScope(scope[0], schema[0], records);
    }

    private interface Member {
        void take(String name) throws BodyRejected;
    }

    private interface Element {
        void take() throws BodyRejected;
    }

    /** Goes over the members of the object at which the parser is. */
    private static void members(JsonParser parser, String what, Member member) throws BodyRejected {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refused(parser, what + " is no object");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                member.take(name);
            }
        }
    }

    /** Goes over the elements of the array at which the parser is. */
    private static void elements(JsonParser parser, String what, Element element) throws BodyRejected {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw refused(parser, "`" + what + "` is no array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.take();
        }
    }

    /** The value at which the parser is, to its end. */
    private static Slice slice(JsonParser parser) {
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        parser.finishToken();
        return new Slice(start, Math.toIntExact(parser.currentLocation().getByteOffset()) - start);
    }

    private static String text(JsonParser parser) {
        parser.skipChildren();
        return String.valueOf(parser.getString());
    }

    private static BodyRejected refused(JsonParser parser, String reason) {
        return new BodyRejected(Problem.OTLP_NOT_JSON, offset(parser.currentTokenLocation()), reason);
    }

    /** Before the first token the parser is nowhere. */
    private static long offset(@Nullable TokenStreamLocation at) {
        return at == null ? 0 : Math.max(at.getByteOffset(), 0);
    }

    private static BodyRejected explained(JacksonException malformed) {
        EventRejected why = JsonSyntax.explain(malformed, new EventLimits(Integer.MAX_VALUE, DEPTH, Integer.MAX_VALUE));
        String reason =
                why.problem() == Problem.EVENT_TOO_DEEP ? "it is nested more than " + DEPTH + " deep" : why.reason();
        return new BodyRejected(Problem.OTLP_NOT_JSON, offset(malformed.getLocation()), reason);
    }

    @Override
    public void read(byte[] body, Slice part, Message.Builder into) throws EventRejected {
        if (part.length() > 0) {
            messages.read(body, part, into);
        }
    }
}
