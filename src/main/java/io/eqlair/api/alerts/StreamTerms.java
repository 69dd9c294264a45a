package io.eqlair.api.alerts;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is asked of a stream.
 *
 * @param after the number of the last alert that is known already; null where only new ones are wanted
 */
record StreamTerms(
        AlertFilter filter, AlertFormat format, @Nullable Long after) {

    /** What a browser sends when it connects again. */
    static final String HEADER = "Last-Event-ID";

    /** The same for those who cannot set a header; the header, which is newer, wins. */
    static final String PARAMETER = "last_event_id";

    /** Reads them off a request. */
    static StreamTerms of(HttpServletRequest request) {
        Map<String, List<String>> given = Parameters.of(request);
        String header = request.getHeader(HEADER);
        String text = header == null || header.isEmpty() ? Parameters.one(given, PARAMETER) : header;
        return new StreamTerms(
                FilterReader.read(given),
                ShownAlerts.format(Parameters.one(given, ShownAlerts.PARAMETER)),
                text == null ? null : number(text));
    }

    private static Long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notOurs) {
            throw refused(text);
        }
        throw refused(text);
    }

    static ApiProblem refused(Object position) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, Problem.STREAM_POSITION, position);
    }
}
