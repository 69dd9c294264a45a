package io.eqlair.api;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.Examples;
import io.eqlair.api.http.ProblemBody;
import io.eqlair.api.http.Refusal;
import io.eqlair.api.http.RequestReader;
import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.EqlSearch;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queries over events that the request brings along; the live rules and what they remember stay untouched. */
@RestController
@Tag(name = "search", description = "EQL over events that a request brings along.")
public final class SearchController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final EngineSettings settings;
    private final InstantSource clock;
    private final RequestReader bodies;
    private final SearchRequestReader requests;
    private final Timer timer;

    /** The clock gives the time of events that do not say theirs. */
    public SearchController(EngineSettings settings, IngestLimits limits, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.bodies = new RequestReader(limits, settings.limits());
        this.requests = new SearchRequestReader(bodies, limits.events());
        this.timer = Timer.builder("eqlair.search")
                .description("Time to search the events of one request")
                .register(meters);
    }

    @Operation(
            operationId = "searchEql",
            summary = "Search events with EQL",
            description =
                    "Runs an EQL query over the events of the request, as Elasticsearch's EQL search API runs one over"
                            + " an index, and answers in its shape. Rules and what they remember stay untouched.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = SearchBody.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "event-query",
                                                        summary = "Single events",
                                                        value = Examples.SEARCH),
                                                @ExampleObject(
                                                        name = "sequence-query",
                                                        summary = "Events in order",
                                                        value = Examples.SEQUENCE)
                                            })))
    @ApiResponse(responseCode = "200", description = "What was found.")
    @ApiResponse(
            responseCode = "400",
            description = "The query has errors, which `diagnostics` lists with their places, or the request has.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The request is larger than the limit.",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemBody.class)))
    @Refusal.EncodingUnknown
    @PostMapping(path = "/api/v1/eql/search", produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer search(@Parameter(hidden = true) HttpServletRequest http) throws IOException {
        long start = System.nanoTime();
        SearchRequest request = requests.read(bodies.bytes(http));
        EqlSearch search = new EqlSearch(checked(request), settings, clock);
        EqlSearch.Result result = search.search(events(request, search.reader()), request.maxSamplesPerKey());
        long took = System.nanoTime() - start;
        timer.record(took, TimeUnit.NANOSECONDS);
        return SearchAnswer.of(result, request, TimeUnit.NANOSECONDS.toMillis(took));
    }

    private static CheckedRule checked(SearchRequest request) {
        RuleDefinition definition = new RuleDefinition("", "", request.query(), List.of(), request.roles());
        return CheckedRule.of(definition, EqlLimits.DEFAULT);
    }

    private static List<Event> events(SearchRequest request, EventReader reader) {
        List<Event> events = new ArrayList<>();
        for (byte[] document : request.events()) {
            try {
                events.add(reader.read(document, Envelope.NONE));
            } catch (EventRejected bad) {
                throw new ApiProblem(
                        HttpStatus.BAD_REQUEST, Problem.SEARCH_EVENT, events.size(), String.valueOf(bad.getMessage()));
            }
        }
        return events;
    }
}
