package io.eqlair.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eqlair.rule.RuleFile;
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
 * @param depth 1 for an alert on events; one more than the deepest of the alerts that it is about
 * @param buildingBlock material for other rules rather than for people; there only if true
 * @param suppression the detections that were counted on this alert instead of becoming alerts; null where its rule
 *     suppresses nothing
 * @param triage what people made of it
 * @param definition the rule as it was when it matched
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
        List<MatchedValue> matched,
        int depth,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean buildingBlock,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Suppression suppression,
        @JsonUnwrapped Triage triage,
        @JsonIgnore RuleFile.Loaded definition) {

    private static final long ALERT_BYTES = 2_000;
    private static final long EVENT_BYTES = 200;

    public Alert {
        threat = List.copyOf(threat);
        joinKeys = Collections.unmodifiableList(new ArrayList<>(joinKeys));
        events = List.copyOf(events);
        matched = List.copyOf(matched);
    }

    /** About how much memory it takes, in bytes: its events' documents, and something for the rest. */
    public long bytes() {
        return events.stream()
                        .mapToLong(event -> event.source().utf8().length + EVENT_BYTES)
                        .sum()
                + ALERT_BYTES;
    }

    /** The alert on events that are alike, and came so many times before; it has an id of its own. */
    public Alert occurring(int occurrence) {
        return copy(AlertId.of(id, Integer.toString(occurrence)), suppression, triage);
    }

    /** The same alert, with other detections counted on it. */
    public Alert with(Suppression counted) {
        return with(counted, triage);
    }

    /** The same alert, as people judge it now. */
    public Alert with(@Nullable Suppression counted, Triage judged) {
        return copy(id, counted, judged);
    }

    private Alert copy(String otherId, @Nullable Suppression counted, Triage judged) {
        return new Alert(
                otherId,
                detectedAt,
                eventTime,
                reason,
                rule,
                threat,
                joinKeys,
                events,
                matched,
                depth,
                buildingBlock,
                counted,
                judged,
                definition);
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
