package io.eqlair.config;

import io.eqlair.api.http.ProblemAdvice;
import io.eqlair.problem.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the web server refuses before anybody else sees it, such as headers that are too large, in the form of all errors. */
public final class ConnectorProblems extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorProblems.class);

    /** What is said of requests that make no sense. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 414, 431, 501, 505);

    private final long headerBytes;
    private final JsonMapper json;

    /** Knows how many bytes a request's headers may have. */
    ConnectorProblems(long headerBytes, JsonMapper json) {
        this.headerBytes = headerBytes;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(body(status)));
            response.finishResponse();
        } catch (IOException | IllegalStateException left) {
            LOG.debug("Nobody is there to be told of a refusal.", left);
        }
    }

    private Map<String, Object> body(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return UNREADABLE.contains(status)
                ? body(status, title, Problem.REQUEST_UNREADABLE.code(), Problem.REQUEST_UNREADABLE.text(headerBytes))
                : body(status, title, ProblemAdvice.code(HttpStatusCode.valueOf(status)), title + ".");
    }

    private static Map<String, Object> body(int status, String title, String code, String detail) {
        return Map.of("title", title, "status", status, "code", code, "detail", detail);
    }
}
