package io.eqlair.api;

import io.eqlair.event.Envelope;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.Body;
import io.eqlair.ingest.EventIntake;
import io.eqlair.problem.Problem;
import io.eqlair.rule.LiveRules;
import io.eqlair.rule.RuleSession;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Events in, alerts out. */
@RestController
public final class EventsController {

    private final LiveRules rules;
    private final EventIntake intake;

    public EventsController(LiveRules rules, EventIntake intake) {
        this.rules = rules;
        this.intake = intake;
    }

    @PostMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    EventsAnswer post(HttpServletRequest request) throws IOException {
        long start = System.nanoTime();
        RuleSession session = rules.open().orElseThrow(this::notReady);
        Body body = new Body(
                request.getInputStream(),
                request.getContentLengthLong(),
                request.getHeader(HttpHeaders.CONTENT_ENCODING));
        BatchOutcome outcome = intake.take(body, envelope(request), session);
        return EventsAnswer.of(outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Reads the query itself: to ask the request for a parameter would use up a body that is said to be a form. */
    private static Envelope envelope(HttpServletRequest request) {
        String index = ServletUriComponentsBuilder.fromRequest(request)
                .build()
                .getQueryParams()
                .getFirst("index");
        return index == null || index.isBlank() ? Envelope.NONE : new Envelope(index, null);
    }

    private ApiProblem notReady() {
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, rules.obstacle().orElse(Problem.RULES_LOADING));
    }
}
