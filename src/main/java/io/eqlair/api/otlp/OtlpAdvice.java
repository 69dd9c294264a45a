package io.eqlair.api.otlp;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.RefusalMeters;
import io.eqlair.api.http.RefusedBody;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.Overloaded;
import io.eqlair.ingest.otlp.LogsEncoding;
import io.eqlair.problem.Problem;
import io.eqlair.store.StoreUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as a {@code google.rpc.Status}, in the encoding of the request. What is to be sent again is 503. */
@RestControllerAdvice(basePackageClasses = OtlpAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OtlpAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(OtlpAdvice.class);
    private static final String PROTOCOL = "otlp";
    private static final String SOON_SECONDS = "2";
    private static final String LATER_SECONDS = "5";

    private final RefusalMeters meters;

    public OtlpAdvice(RefusalMeters meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Overloaded busy, HttpServletRequest request) {
        return again(Problem.OVERLOADED.code(), SOON_SECONDS, busy, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(StoreUnavailable unavailable, HttpServletRequest request) {
        return again(Problem.STORE_UNAVAILABLE.code(), LATER_SECONDS, unavailable, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(ApiProblem problem, HttpServletRequest request) {
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? again(problem.code(), LATER_SECONDS, problem, request)
                : never(problem.status(), problem.code(), String.valueOf(problem.getMessage()), request);
    }

    private ResponseEntity<byte[]> again(String code, String seconds, Exception why, HttpServletRequest request) {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        meters.count(PROTOCOL, code, status.value());
        LogsEncoding encoding = encoding(request);
        return OtlpAnswer.refusing(status, encoding)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(OtlpAnswer.status(status, String.valueOf(why.getMessage()), encoding));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(BodyRejected rejected, HttpServletRequest request) {
        String message = String.valueOf(rejected.getMessage());
        return never(RefusedBody.status(rejected), rejected.problem().code(), message, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> brokenOff(IOException broken, HttpServletRequest request) {
        LOG.debug("A request broke off.", broken);
        Problem problem = Problem.BODY_BROKEN_OFF;
        return never(HttpStatus.BAD_REQUEST, problem.code(), problem.text(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(RuntimeException fault, HttpServletRequest request) {
        LOG.error("A call failed.", fault);
        Problem problem = Problem.INTERNAL_ERROR;
        return never(HttpStatus.INTERNAL_SERVER_ERROR, problem.code(), problem.text(), request);
    }

    private ResponseEntity<byte[]> never(HttpStatus status, String code, String message, HttpServletRequest request) {
        meters.count(PROTOCOL, code, status.value());
        LogsEncoding encoding = encoding(request);
        return OtlpAnswer.refusing(status, encoding).body(OtlpAnswer.status(status, message, encoding));
    }

    /** Of an answer to what may not have been read: people can read JSON. */
    private static LogsEncoding encoding(HttpServletRequest request) {
        try {
            return LogsEncoding.of(request.getContentType(), new byte[] {'{'});
        } catch (BodyRejected unknown) {
            return LogsEncoding.JSON;
        }
    }
}
