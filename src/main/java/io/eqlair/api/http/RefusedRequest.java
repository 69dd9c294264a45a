package io.eqlair.api.http;

import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.Overloaded;
import io.eqlair.problem.Problem;
import io.eqlair.store.StoreUnavailable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Why a shipper's request is refused as a whole, whatever protocol says so.
 *
 * @param status in the API; protocols may have another for what is to be sent again
 * @param code stable
 * @param retrySeconds after which it is to be sent again, as a header has them; null where that would be in vain
 */
public record RefusedRequest(
        HttpStatus status,
        String code,
        String message,
        @Nullable String retrySeconds) {

    /** Until what is under way is done. */
    static final String SOON_SECONDS = "2";

    /** Until something that is not there has come. */
    static final String LATER_SECONDS = "5";

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequest.class);

    /** What an exception comes to; faults of our own are logged. */
    public static RefusedRequest of(Exception refusal) {
        String message = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case Overloaded busy -> again(Problem.OVERLOADED.code(), message, SOON_SECONDS);
            case StoreUnavailable unavailable -> again(Problem.STORE_UNAVAILABLE.code(), message, LATER_SECONDS);
            case ApiProblem problem
            when problem.status() == HttpStatus.SERVICE_UNAVAILABLE -> again(problem.code(), message, LATER_SECONDS);
            case ApiProblem problem -> new RefusedRequest(problem.status(), problem.code(), message, null);
            case BodyRejected rejected ->
                new RefusedRequest(
                        RefusedBody.status(rejected), rejected.problem().code(), message, null);
            case IOException broken -> {
                LOG.debug("A request broke off.", broken);
                yield never(HttpStatus.BAD_REQUEST, Problem.BODY_BROKEN_OFF);
            }
            default -> {
                LOG.error("A call failed.", refusal);
                yield never(HttpStatus.INTERNAL_SERVER_ERROR, Problem.INTERNAL_ERROR);
            }
        };
    }

    private static RefusedRequest again(String code, String message, String seconds) {
        return new RefusedRequest(HttpStatus.SERVICE_UNAVAILABLE, code, message, seconds);
    }

    private static RefusedRequest never(HttpStatus status, Problem problem) {
        return new RefusedRequest(status, problem.code(), problem.text(), null);
    }
}
