package io.eqlair.api;

import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.event.JsonSyntax;
import io.eqlair.ingest.BodyPlace;
import io.eqlair.ingest.BodyRejected;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads search requests, keeping the bytes of their events as they came. Thread-safe. */
final class SearchRequestReader {

    private static final String MEMBERS = "`query`, `events`, `event_category_field`, `timestamp_field`, "
            + "`tiebreaker_field`, `size`, `result_position` and `max_samples_per_key`";
    private static final String EXAMPLE = "{\"query\": \"process where true\", \"events\": [{\"event\": {…}}]}";

    /** The request and its list of events, around an event. */
    private static final int OUTER_DEPTH = 2;

    private final int mostEvents;
    private final EventLimits limits;
    private final JsonFactory json;

    SearchRequestReader(int mostEvents, EventLimits limits) {
        this.limits = limits;
        this.mostEvents = mostEvents;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + OUTER_DEPTH)
                        .maxStringLength(limits.bytes())
                        .build())
                .build();
    }

    /**
     * Reads a body.
     *
     * @throws BodyRejected when it is not JSON in UTF-8
     * @throws ApiProblem when it is not such a request
     */
    SearchRequest read(byte[] body) throws IOException {
        if (body.length == 0) {
            throw refused(Problem.MEMBER_MISSING, "query", EXAMPLE);
        }
        if (body.length > 1 && (body[0] == 0 || body[1] == 0 || body[0] == (byte) 0xFF || body[0] == (byte) 0xFE)) {
            throw new BodyRejected(Problem.BODY_UTF_16);
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            return new Reading(parser, body).request();
        } catch (JacksonException malformed) {
            throw explained(malformed);
        }
    }

    private IOException explained(JacksonException malformed) {
        EventRejected why = JsonSyntax.explain(malformed, limits);
        if (why.problem() == Problem.EVENT_TOO_DEEP) {
            throw refused(why.problem(), limits.depth());
        }
        int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
        return BodyRejected.notJson(new BodyPlace(line, why.offset()), why.reason());
    }

    private static ApiProblem refused(Problem problem, Object... arguments) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, problem, arguments);
    }

    /** What has been gathered of one request. */
    private final class Reading {

        private final JsonParser parser;
        private final byte[] body;
        private String query = "";
        private List<byte[]> events = List.of();
        private boolean hasEvents;
        private String category = EventRoles.ECS.category();
        private String timestamp = EventRoles.ECS.timestamp();
        private String tiebreaker = EventRoles.ECS.tiebreaker();
        private int size = 10;
        private boolean oldest;
        private int samples = 1;

        Reading(JsonParser parser, byte[] body) {
            this.parser = parser;
            this.body = body;
        }

        SearchRequest request() {
            expect(parser.nextToken() == JsonToken.START_OBJECT, "The body", "a JSON object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                member(name);
            }
            if (query.isBlank()) {
                throw refused(Problem.MEMBER_MISSING, "query", EXAMPLE);
            }
            if (!hasEvents) {
                throw refused(Problem.MEMBER_MISSING, "events", EXAMPLE);
            }
            EventRoles roles = new EventRoles(timestamp, tiebreaker, category);
            return new SearchRequest(query, events, roles, size, oldest, samples);
        }

        private void member(String name) {
            switch (name) {
                case "query" -> query = string(name);
                case "events" -> events = events();
                case "event_category_field" -> category = field(name);
                case "timestamp_field" -> timestamp = field(name);
                case "tiebreaker_field" -> tiebreaker = field(name);
                case "size" -> size = number(name, 0);
                case "result_position" -> oldest = position(name).equals("head");
                case "max_samples_per_key" -> samples = number(name, 1);
                default -> throw refused(Problem.MEMBER_UNKNOWN, name, MEMBERS);
            }
        }

        private List<byte[]> events() {
            expect(parser.currentToken() == JsonToken.START_ARRAY, "events", "an array of JSON objects");
            hasEvents = true;
            List<byte[]> found = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (found.size() == mostEvents) {
                    throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Problem.SEARCH_TOO_MANY_EVENTS, mostEvents);
                }
                expect(
                        parser.currentToken() == JsonToken.START_OBJECT,
                        "events[" + found.size() + "]",
                        "a JSON object");
                int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                parser.skipChildren();
                int end = Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
                found.add(Arrays.copyOfRange(body, start, end));
            }
            return found;
        }

        private String field(String name) {
            String text = string(name);
            expect(!text.isBlank(), name, "the name of a field");
            return text;
        }

        private String position(String name) {
            String text = string(name);
            expect(text.equals("head") || text.equals("tail"), name, "`head` or `tail`");
            return text;
        }

        private String string(String name) {
            expect(parser.currentToken() == JsonToken.VALUE_STRING, name, "a string");
            return parser.getString();
        }

        private int number(String name, int least) {
            boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() == JsonParser.NumberType.INT
                    && parser.getIntValue() >= least;
            expect(whole, name, "a whole number from " + least);
            return parser.getIntValue();
        }

        private void expect(boolean given, String name, String expected) {
            if (!given) {
                throw refused(Problem.MEMBER_TYPE, name, found(), expected);
            }
        }

        private String found() {
            return switch (parser.currentToken()) {
                case null -> "nothing";
                case START_OBJECT -> "an object";
                case START_ARRAY -> "an array";
                case VALUE_NULL -> "null";
                default -> "`" + parser.getString() + "`";
            };
        }
    }
}
