package io.eqlair.api.http;

import io.eqlair.event.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a request says of all its events. */
public final class RequestEnvelope {

    /** The parameter. */
    public static final String INDEX = "index";

    private RequestEnvelope() {}

    /** The index of those events that name none: {@code ?index=logs-x}. */
    public static Envelope of(HttpServletRequest request) {
        return of(parameters(request, List.of(INDEX)));
    }

    /** The same, of a request whose parameters have been read. */
    public static Envelope of(MultiValueMap<String, String> given) {
        String index = given.getFirst(INDEX);
        return index == null || index.isBlank() ? Envelope.NONE : new Envelope(index, null);
    }

    /**
     * The parameters of an address, which must be among those that are known. It reads the query itself: to ask the request for a
     * parameter would use up a body that is said to be a form.
     */
    public static MultiValueMap<String, String> parameters(HttpServletRequest request, List<String> known) {
        if (request.getQueryString() == null) {
            return new LinkedMultiValueMap<>();
        }
        MultiValueMap<String, String> given =
                ServletUriComponentsBuilder.fromRequest(request).build().getQueryParams();
        KnownParameters.check(given.keySet(), known);
        return given;
    }
}
