package io.eqlair.api.http;

import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.Overloaded;
import io.eqlair.problem.Problem;
import io.eqlair.store.StoreUnavailable;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Makes every error an {@code application/problem+json} with a stable code. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String PROTOCOL = "api";

    private final RefusalMeters meters;

    public ProblemAdvice(RefusalMeters meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiProblem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RefusedRequest.LATER_SECONDS);
            meters.count(PROTOCOL, problem.code(), problem.status().value());
        }
        ProblemDetail detail = detail(problem.status(), problem.code(), String.valueOf(problem.getMessage()));
        problem.properties().forEach(detail::setProperty);
        return answer.body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(StoreUnavailable unavailable) {
        return storeUnavailable(String.valueOf(unavailable.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Overloaded busy) {
        return again(Problem.OVERLOADED, RefusedRequest.SOON_SECONDS, String.valueOf(busy.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(DataAccessException failure) {
        LOG.warn("A call failed, as the database of alerts did.", failure);
        String reason = String.valueOf(failure.getMostSpecificCause().getMessage());
        return storeUnavailable(Problem.STORE_UNREADABLE.text(reason));
    }

    private ResponseEntity<ProblemDetail> storeUnavailable(String text) {
        return again(Problem.STORE_UNAVAILABLE, RefusedRequest.LATER_SECONDS, text);
    }

    private ResponseEntity<ProblemDetail> again(Problem problem, String seconds, String text) {
        meters.count(PROTOCOL, problem.code(), HttpStatus.SERVICE_UNAVAILABLE.value());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(detail(HttpStatus.SERVICE_UNAVAILABLE, problem.code(), text));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BodyRejected rejected) {
        HttpStatus status = RefusedBody.status(rejected);
        meters.count(PROTOCOL, rejected.problem().code(), status.value());
        ProblemDetail detail = detail(status, rejected.problem().code(), String.valueOf(rejected.getMessage()));
        if (rejected.place() != null) {
            detail.setProperty("line", rejected.place().line());
            detail.setProperty("byte", rejected.place().offset());
        }
        return ResponseEntity.status(status)
                .headers(RefusedBody.headers(rejected))
                .body(detail);
    }

    @ExceptionHandler
    ProblemDetail refused(EqlException refusal) {
        Diagnostic first = refusal.diagnostics().getFirst();
        ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, first.code(), String.valueOf(refusal.getMessage()));
        detail.setProperty(
                "diagnostics",
                refusal.diagnostics().stream()
                        .map(diagnostic -> QueryDiagnostic.of(diagnostic, refusal.source()))
                        .toList());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail brokenOff(IOException broken) {
        LOG.debug("A request broke off.", broken);
        return detail(HttpStatus.BAD_REQUEST, Problem.BODY_BROKEN_OFF.code(), Problem.BODY_BROKEN_OFF.text());
    }

    @ExceptionHandler
    ProblemDetail fault(Exception fault) {
        LOG.error("A call failed.", fault);
        return detail(HttpStatus.INTERNAL_SERVER_ERROR, Problem.INTERNAL_ERROR.code(), Problem.INTERNAL_ERROR.text());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = String.valueOf(mismatch.getPropertyName());
        Problem problem = mismatch.getRequiredType() == boolean.class ? Problem.PARAMETER_FLAG : Problem.PARAMETER_TYPE;
        return answer(HttpStatus.BAD_REQUEST, problem, name, String.valueOf(mismatch.getValue()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.NOT_FOUND, Problem.PATH_UNKNOWN, "/" + missing.getResourcePath());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(exception, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail detail) {
            detail.setProperty("code", code(status));
        }
        return answer;
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Problem problem, Object... arguments) {
        return ResponseEntity.status(status).body(detail(status, problem.code(), problem.text(arguments)));
    }

    static ProblemDetail detail(HttpStatus status, String code, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setProperty("code", code);
        return detail;
    }

    /** The code of a problem of which no more is known than its status. */
    public static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "http_" + status.value() : known.name().toLowerCase(Locale.ROOT);
    }
}
