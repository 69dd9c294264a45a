package io.eqlair.api.http;

import io.eqlair.event.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a request says of all its events. */
public final class RequestEnvelope {

    private static final String INDEX = "index";

    private RequestEnvelope() {}

    /**
     * The index of those events that name none: {@code ?index=logs-x}. It reads the query itself: to ask the request for a
     * parameter would use up a body that is said to be a form.
     */
    public static Envelope of(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return Envelope.NONE;
        }
        MultiValueMap<String, String> given =
                ServletUriComponentsBuilder.fromRequest(request).build().getQueryParams();
        KnownParameters.check(given.keySet(), List.of(INDEX));
        String index = given.getFirst(INDEX);
        return index == null || index.isBlank() ? Envelope.NONE : new Envelope(index, null);
    }
}
