package io.eqlair.api.elastic;

import io.eqlair.api.http.RefusalMeters;
import io.eqlair.api.http.RefusedBody;
import io.eqlair.api.http.RefusedRequest;
import io.eqlair.ingest.body.BodyRejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String PROTOCOL = "elasticsearch";

    private final RefusalMeters meters;
    private final JsonMapper json;

    public ElasticAdvice(RefusalMeters meters, JsonMapper json) {
        this.meters = meters;
        this.json = json;
    }

    @ExceptionHandler({RuntimeException.class, IOException.class})
    void refused(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RefusedRequest refused = RefusedRequest.of(exception);
        if (exception instanceof BodyRejected rejected) {
            RefusedBody.headers(rejected).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        }
        if (refused.retrySeconds() == null) {
            meters.count(PROTOCOL, refused.code(), refused.status().value());
            ElasticAnswer.json(request, response, refused.status(), json.writeValueAsBytes(body(refused)));
        } else {
            meters.count(PROTOCOL, refused.code(), HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, refused.retrySeconds());
            ElasticAnswer.text(request, response, HttpStatus.TOO_MANY_REQUESTS, refused.message());
        }
    }

    /** As Elasticsearch writes errors. */
    private static Map<String, Object> body(RefusedRequest refused) {
        Map<String, Object> cause = new LinkedHashMap<>();
        cause.put("type", refused.code());
        cause.put("reason", refused.message());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("root_cause", List.of(cause));
        error.putAll(cause);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("status", refused.status().value());
        return answer;
    }
}
