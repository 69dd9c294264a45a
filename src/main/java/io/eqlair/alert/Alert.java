package io.eqlair.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.rule.Threat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule matched, as people and programs are told.
 *
 * @param id 128 bits in hexadecimal digits; the same for the same rule and events
 * @param detectedAt when the rule matched
 * @param eventTime when it happened: the time of the last event
 * @param reason one sentence
 * @param threat the rule's place in catalogues of attacks
 * @param joinKeys the values that joined a sequence's events, null where an optional one is absent; empty for an event
 * @param events in the order of the rule's items
 * @param matched which values satisfied which clauses
 */
public record Alert(
        String id,
        Instant detectedAt,
        Instant eventTime,
        String reason,
        AlertRule rule,
        List<Threat> threat,
        List<@Nullable Object> joinKeys,
        List<AlertEvent> events,
        List<MatchedValue> matched) {

    public Alert {
        threat = List.copyOf(threat);
        joinKeys = Collections.unmodifiableList(new ArrayList<>(joinKeys));
        events = List.copyOf(events);
        matched = List.copyOf(matched);
    }

    /**
     * The rule, as far as an alert shows it.
     *
     * @param type of the rule: {@code eql}
     * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
     * @param riskScore from 0 to 100
     * @param contentHash which version of the rule matched
     */
    public record AlertRule(
            String id,
            String name,
            String type,
            String severity,
            int riskScore,
            List<String> tags,
            List<String> references,
            String contentHash) {}

    /**
     * An event that the rule matched, or the place of one that had to be missing.
     *
     * @param index the index or data stream it belongs to; null where it names none
     * @param id empty for a missing event
     * @param source the document; an empty one for a missing event
     * @param missing there only if true
     */
    public record AlertEvent(
            @Nullable String index,
            String id,
            @Schema(type = "object") RawJson source,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean missing) {}

    /**
     * A value that satisfied a clause.
     *
     * @param event which of the alert's events, from 0
     * @param value Boolean, Long, Double or String
     * @param clause as the rule says it
     */
    public record MatchedValue(int event, String field, Object value, String clause) {}
}
