package io.eqlair.api.http;

import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.Encoding;
import io.eqlair.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How HTTP says that a body cannot be taken, whatever protocol it is of. */
public final class RefusedBody {

    private RefusedBody() {}

    /** The status of the answer. */
    public static HttpStatus status(BodyRejected rejected) {
        return switch (rejected.problem()) {
            case BODY_TOO_LARGE,
                    BODY_GROWS,
                    BODY_TOO_MANY_EVENTS,
                    EVENT_TOO_LARGE,
                    OTLP_TOO_MANY_RECORDS,
                    OTLP_DOCUMENTS_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case BODY_ENCODING, OTLP_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case BODY_TIME -> HttpStatus.REQUEST_TIMEOUT;
            default -> HttpStatus.BAD_REQUEST;
        };
    }

    /** Headers that say more: which encodings are understood, or that the connection ends, as the rest of the body is still to come. */
    public static HttpHeaders headers(BodyRejected rejected) {
        HttpHeaders headers = new HttpHeaders();
        if (rejected.problem() == Problem.BODY_ENCODING) {
            headers.set(HttpHeaders.ACCEPT_ENCODING, Encoding.ACCEPTED);
        } else if (rejected.problem() == Problem.BODY_TIME) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        return headers;
    }
}
