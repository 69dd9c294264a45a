package io.eqlair.api;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.EqlSearch;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.ingest.Body;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queries over events that the request brings along; the live rules and what they remember stay untouched. */
@RestController
public final class SearchController {

    private final EngineSettings settings;
    private final IngestLimits limits;
    private final InstantSource clock;
    private final SearchRequestReader requests;
    private final Timer timer;

    /** The clock gives the time of events that do not say theirs. */
    public SearchController(EngineSettings settings, IngestLimits limits, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
        this.requests = new SearchRequestReader(limits.events(), settings.limits());
        this.timer = Timer.builder("eqlair.search")
                .description("Time to search the events of one request")
                .register(meters);
    }

    @PostMapping(path = "/api/v1/eql/search", produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer search(HttpServletRequest http) throws IOException {
        long start = System.nanoTime();
        SearchRequest request = requests.read(body(http));
        EqlSearch search = new EqlSearch(checked(request), settings, clock);
        EqlSearch.Result result = search.search(events(request, search.reader()), request.maxSamplesPerKey());
        long took = System.nanoTime() - start;
        timer.record(took, TimeUnit.NANOSECONDS);
        return SearchAnswer.of(result, request, TimeUnit.NANOSECONDS.toMillis(took));
    }

    private byte[] body(HttpServletRequest http) throws IOException {
        Body body = new Body(
                http.getInputStream(), http.getContentLengthLong(), http.getHeader(HttpHeaders.CONTENT_ENCODING));
        try (InputStream bytes = body.open(limits.bodyBytes())) {
            return bytes.readAllBytes();
        }
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
