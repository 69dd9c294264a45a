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

    /** The same for senders who cannot do anything about a refusal: parameters that are not known are passed over. */
    public static Envelope amongOthers(HttpServletRequest request) {
        return of(query(request));
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
        MultiValueMap<String, String> given = query(request);
        KnownParameters.check(given.keySet(), known);
        return given;
    }

    /** All parameters of an address, whatever they are. */
    public static MultiValueMap<String, String> query(HttpServletRequest request) {
        return request.getQueryString() == null
                ? new LinkedMultiValueMap<>()
                : ServletUriComponentsBuilder.fromRequest(request).build().getQueryParams();
    }
}
