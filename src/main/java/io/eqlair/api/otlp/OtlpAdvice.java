package io.eqlair.api.otlp;

import io.eqlair.api.http.RefusalMeters;
import io.eqlair.api.http.RefusedRequest;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.otlp.LogsEncoding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as a {@code google.rpc.Status}, in the encoding of the request. What is to be sent again is 503. */
@RestControllerAdvice(basePackageClasses = OtlpAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OtlpAdvice {

    private static final String PROTOCOL = "otlp";

    private final RefusalMeters meters;

    public OtlpAdvice(RefusalMeters meters) {
        this.meters = meters;
    }

    @ExceptionHandler({RuntimeException.class, IOException.class})
    ResponseEntity<byte[]> refused(Exception exception, HttpServletRequest request) {
        RefusedRequest refused = RefusedRequest.of(exception);
        meters.count(PROTOCOL, refused.code(), refused.status().value());
        LogsEncoding encoding = encoding(request);
        ResponseEntity.BodyBuilder answer = OtlpAnswer.refusing(refused.status(), encoding);
        if (refused.retrySeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, refused.retrySeconds());
        }
        return answer.body(OtlpAnswer.status(refused.status(), refused.message(), encoding));
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
