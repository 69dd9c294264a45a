package io.eqlair.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detections that were counted on one alert instead of becoming alerts of their own.
 *
 * @param terms what they have in common
 * @param count how many were suppressed; 0 as long as the alert is the only one
 * @param first the event time of the earliest detection, the alert's own among them
 * @param last the event time of the latest
 */
public record Suppression(List<Term> terms, long count, Instant first, Instant last) {

    public Suppression {
        terms = List.copyOf(terms);
    }

    /** The same with one more detection. */
    public Suppression plus(Instant eventTime) {
        return new Suppression(
                terms,
                count + 1,
                eventTime.isBefore(first) ? eventTime : first,
                eventTime.isAfter(last) ? eventTime : last);
    }

    /**
     * What the events of the detections have in a field.
     *
     * @param sequenceIndex of which item of the sequence, from 0; null where it is what all its events have in common
     * @param value null where the field is absent, a list where it has several values; else Boolean, Long, Double or String
     */
    public record Term(
            String field,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer sequenceIndex,

            @Nullable Object value) {

        public Term {
            value = value instanceof List<?> list ? Collections.unmodifiableList(new ArrayList<>(list)) : value;
        }
    }
}
