package io.eqlair.api;

import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.event.Envelope;
import io.eqlair.format.AlertFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * What the address of a post of events says.
 *
 * @param envelope what holds for all events
 * @param format of the alerts in the answer
 */
record EventTerms(Envelope envelope, AlertFormat format) {

    private static final EventTerms USUAL = new EventTerms(Envelope.NONE, AlertFormat.NATIVE);

    static EventTerms of(HttpServletRequest request) {
        return request.getQueryString() == null ? USUAL : read(request);
    }

    private static EventTerms read(HttpServletRequest request) {
        MultiValueMap<String, String> given =
                RequestEnvelope.parameters(request, List.of(RequestEnvelope.INDEX, ShownAlerts.PARAMETER));
        return new EventTerms(RequestEnvelope.of(given), ShownAlerts.format(given.getFirst(ShownAlerts.PARAMETER)));
    }
}
