package io.eqlair.api.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.alert.Alert;
import io.eqlair.api.http.ShownProblem;
import io.eqlair.ingest.EventError;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test of rules.
 *
 * @param tookMs milliseconds, with reading and compiling the rules
 * @param rules in the order of the request: those it brought along, then those it named
 * @param received events in the request: those accepted and those rejected
 * @param alerts what the rules detected, at the end those that only time decided; in another format its documents
 * @param suppressed there only if there are any: detections that were counted on an alert instead of becoming one
 * @param errors the events that were rejected
 * @param alertsTruncated there only if true: more alerts were raised than are listed
 * @param errorsTruncated there only if true: more events were rejected than are listed
 */
record RuleTestAnswer(
        long tookMs,
        List<TestedRule> rules,
        int received,
        int accepted,
        int rejected,

        @ArraySchema(schema = @Schema(implementation = Alert.class))
        List<?> alerts,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int suppressed,
        List<EventError> errors,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean alertsTruncated,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean errorsTruncated) {

    /**
     * A rule of a test.
     *
     * @param id null where the rule says none
     * @param name likewise
     * @param state {@code active} if it ran, else {@code rejected} or {@code unsupported}
     * @param origin its place in the request, or its file
     * @param alerts how many it raised; those that are not listed are counted
     * @param problems all that is wrong with it; of a rule that ran, what its author may not expect
     */
    @Schema(name = "TestedRule")
    record TestedRule(
            @Nullable String id,
            @Nullable String name,
            String state,
            String origin,
            long alerts,
            List<ShownProblem> problems) {}
}
