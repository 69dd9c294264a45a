package io.eqlair.api.elastic;

import io.eqlair.api.http.RequestEnvelope;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.format.AlertFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What the address of a bulk request says. Parameters that have no meaning here are ignored: shippers send many.
 *
 * @param alerts in which format the answer has alerts, null if it has none
 */
record BulkParameters(AnswerFilter filter, @Nullable AlertFormat alerts) {

    static final String FILTER = "filter_path";
    static final String ALERTS = "alerts";

    private static final BulkParameters NONE = new BulkParameters(AnswerFilter.of(null), null);

    static BulkParameters of(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return NONE;
        }
        MultiValueMap<String, String> given = RequestEnvelope.query(request);
        boolean alerts = given.containsKey(ALERTS) && !"false".equals(given.getFirst(ALERTS));
        return new BulkParameters(
                AnswerFilter.of(decoded(given.getFirst(FILTER))),
                alerts ? ShownAlerts.format(given.getFirst(ShownAlerts.PARAMETER)) : null);
    }

    /** What is encoded badly is taken as it is, and matches nothing. */
    private static @Nullable String decoded(@Nullable String value) {
        try {
            return value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }
}
