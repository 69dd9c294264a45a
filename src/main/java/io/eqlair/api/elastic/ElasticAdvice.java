package io.eqlair.api.elastic;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.RefusalMeters;
import io.eqlair.api.http.RefusedBody;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.Overloaded;
import io.eqlair.problem.Problem;
import io.eqlair.store.StoreUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refusals in the way that loses nothing with most shippers: what is to be sent again is 429 in plain text, what never can be taken is
 * JSON as Elasticsearch writes it.
 */
@RestControllerAdvice(basePackageClasses = ElasticAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ElasticAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticAdvice.class);
    private static final String PROTOCOL = "elasticsearch";
    private static final String SOON_SECONDS = "2";
    private static final String LATER_SECONDS = "5";

    private final RefusalMeters meters;
    private final JsonMapper json;

    public ElasticAdvice(RefusalMeters meters, JsonMapper json) {
        this.meters = meters;
        this.json = json;
    }

    @ExceptionHandler
    void refused(Overloaded busy, HttpServletRequest request, HttpServletResponse response) throws IOException {
        again(Problem.OVERLOADED.code(), SOON_SECONDS, busy, request, response);
    }

    @ExceptionHandler
    void refused(StoreUnavailable unavailable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        again(Problem.STORE_UNAVAILABLE.code(), LATER_SECONDS, unavailable, request, response);
    }

    @ExceptionHandler
    void refused(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            again(problem.code(), LATER_SECONDS, problem, request, response);
        } else {
            never(problem.status(), problem.code(), String.valueOf(problem.getMessage()), request, response);
        }
    }

    private void again(
            String code, String seconds, Exception reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        meters.count(PROTOCOL, code, HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        ElasticAnswer.text(request, response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(reason.getMessage()));
    }

    @ExceptionHandler
    void refused(BodyRejected rejected, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RefusedBody.headers(rejected).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        never(
                RefusedBody.status(rejected),
                rejected.problem().code(),
                String.valueOf(rejected.getMessage()),
                request,
                response);
    }

    @ExceptionHandler
    void brokenOff(IOException broken, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.debug("A request broke off.", broken);
        never(
                HttpStatus.BAD_REQUEST,
                Problem.BODY_BROKEN_OFF.code(),
                Problem.BODY_BROKEN_OFF.text(),
                request,
                response);
    }

    @ExceptionHandler
    void fault(RuntimeException fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("A call failed.", fault);
        never(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Problem.INTERNAL_ERROR.code(),
                Problem.INTERNAL_ERROR.text(),
                request,
                response);
    }

    /** As Elasticsearch writes errors. */
    private void never(
            HttpStatus status, String code, String reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        meters.count(PROTOCOL, code, status.value());
        Map<String, Object> cause = new LinkedHashMap<>();
        cause.put("type", code);
        cause.put("reason", reason);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("root_cause", List.of(cause));
        error.putAll(cause);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("status", status.value());
        ElasticAnswer.json(request, response, status, json.writeValueAsBytes(answer));
    }
}
