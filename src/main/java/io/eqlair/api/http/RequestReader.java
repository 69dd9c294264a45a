package io.eqlair.api.http;

import io.eqlair.event.EventLimits;
import io.eqlair.event.EventRejected;
import io.eqlair.event.JsonSyntax;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.body.BodyPlace;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of requests that bring events along, within the limits for events. Thread-safe. */
public final class RequestReader {

    /** The request and its list of events, around an event. */
    private static final int OUTER_DEPTH = 2;

    private final IngestLimits limits;
    private final EventLimits eventLimits;
    private final JsonFactory json;

    public RequestReader(IngestLimits limits, EventLimits eventLimits) {
        this.limits = limits;
        this.eventLimits = eventLimits;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(eventLimits.depth() + OUTER_DEPTH)
                        .maxStringLength(eventLimits.bytes())
                        .build())
                .build();
    }

    /** The bytes of a request, unpacked. */
    public byte[] bytes(HttpServletRequest http) throws IOException {
        return RequestBytes.all(http, limits.bodyBytes());
    }

    /**
     * Reads a body.
     *
     * @param reading makes the request of its members
     * @throws BodyRejected when it is not JSON in UTF-8
     * @throws ApiProblem when it is not such a request
     */
    public <T> T read(byte[] body, Function<RequestMembers, T> reading) throws IOException {
        if (body.length > 1 && (body[0] == 0 || body[1] == 0 || body[0] == (byte) 0xFF || body[0] == (byte) 0xFE)) {
            throw new BodyRejected(Problem.BODY_UTF_16);
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            return reading.apply(new RequestMembers(parser, body));
        } catch (JacksonException malformed) {
            throw explained(malformed);
        }
    }

    private IOException explained(JacksonException malformed) {
        EventRejected why = JsonSyntax.explain(malformed, eventLimits);
        if (why.problem() == Problem.EVENT_TOO_DEEP) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, why.problem(), eventLimits.depth());
        }
        int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
        return BodyRejected.notJson(new BodyPlace(line, why.offset()), why.reason());
    }
}
