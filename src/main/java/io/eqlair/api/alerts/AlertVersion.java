package io.eqlair.api.alerts;

import io.eqlair.alert.Alert;
import io.eqlair.eql.value.Timestamps;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/**
 * Which version of an alert somebody has seen: an ETag of when something was said of it last, and how many detections were counted on
 * it. A change may name the version that it is meant for; the count does not matter then, as it may move on at any time.
 *
 * <pre>
 * "1768470600000000000.12"
 * </pre>
 */
final class AlertVersion {

    private static final String ANY = "*";

    private AlertVersion() {}

    static String of(Alert alert) {
        long suppressed = alert.suppression() == null ? 0 : alert.suppression().count();
        return triage(alert) + "." + suppressed;
    }

    private static long triage(Alert alert) {
        return alert.triage().updatedAt() == null
                ? 0
                : Timestamps.of(alert.triage().updatedAt());
    }

    /** Whether a version, as {@link io.eqlair.store.AlertTriage} has it, is the one in {@code If-Match}; any is where there is none. */
    static LongPredicate wanted(HttpServletRequest request) {
        Set<String> tags = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(tag ->
                        tag.strip().replaceFirst("^W/", "").replace("\"", "").replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        return version -> tags.isEmpty() || tags.contains(ANY) || tags.contains(Long.toString(version));
    }
}
