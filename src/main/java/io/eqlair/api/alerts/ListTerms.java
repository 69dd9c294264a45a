package io.eqlair.api.alerts;

import io.eqlair.api.http.ApiProblem;
import io.eqlair.api.http.ShownAlerts;
import io.eqlair.format.AlertFormat;
import io.eqlair.problem.Problem;
import io.eqlair.store.AlertFilter;
import io.eqlair.store.AlertPosition;
import io.eqlair.store.AlertSort;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is asked of a list.
 *
 * @param after where it begins; null for its beginning
 * @param limit alerts, at most
 */
record ListTerms(
        AlertFilter filter, AlertSort sort, @Nullable AlertPosition after, int limit, AlertFormat format) {

    private static final int USUAL = 100;

    /** Reads them off an address. */
    static ListTerms of(HttpServletRequest request, int mostAlerts) {
        Map<String, List<String>> given = Parameters.of(request);
        AlertSort sort = sort(given);
        return new ListTerms(
                FilterReader.read(given),
                sort,
                Cursor.read(Parameters.one(given, "after"), sort),
                Parameters.number(given, "limit", 1, mostAlerts, Math.min(USUAL, mostAlerts)),
                ShownAlerts.format(Parameters.one(given, ShownAlerts.PARAMETER)));
    }

    private static AlertSort sort(Map<String, List<String>> given) {
        String key = Parameters.one(given, "sort");
        String order = Parameters.one(given, "order");
        if (order != null && !order.equals("asc") && !order.equals("desc")) {
            throw wrong("order", order, "`asc` or `desc`");
        }
        boolean descending = !"asc".equals(order);
        return key == null
                ? new AlertSort(AlertSort.Key.DETECTED_AT, descending)
                : new AlertSort(
                        AlertSort.Key.parse(key)
                                .orElseThrow(() ->
                                        wrong("sort", key, "`detected_at`, `event_time`, `severity` or `risk_score`")),
                        descending);
    }

    private static ApiProblem wrong(String name, String value, String expected) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, Problem.PARAMETER_WORD, name, value, expected);
    }
}
