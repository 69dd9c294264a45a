package io.eqlair.api.http;

import io.eqlair.event.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a request says of all its events. */
public final class RequestEnvelope {

    private RequestEnvelope() {}

    /**
     * The index of those events that name none: {@code ?index=logs-x}. It reads the query itself: to ask the request for a
     * parameter would use up a body that is said to be a form.
     */
    public static Envelope of(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return Envelope.NONE;
        }
        String index = ServletUriComponentsBuilder.fromRequest(request)
                .build()
                .getQueryParams()
                .getFirst("index");
        return index == null || index.isBlank() ? Envelope.NONE : new Envelope(index, null);
    }
}
