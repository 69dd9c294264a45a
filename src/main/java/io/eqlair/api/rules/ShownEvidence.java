package io.eqlair.api.rules;

import io.eqlair.engine.RuleEvidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule that runs has shown of itself: whether it can fire, and whether it did.
 *
 * @param events that came since it was loaded with its present content
 * @param candidates how often one of its conditions was asked; all other events were kept from it by the index
 * @param matches how often one of its conditions was satisfied
 * @param excepted how often an exception kept a matching event, or a complete sequence, from it
 * @param alerts that it raised
 * @param lastMatch when it raised the last one; null before the first
 * @param unseenFields fields it cannot match without, and that no event has carried so far
 * @param unseenOptionalFields other fields it reads, and that no event has carried so far
 */
record ShownEvidence(
        @Schema(description = "That came since the rule was loaded with its present content")
        long events,

        @Schema(description = "How often one of its conditions was asked")
        long candidates,

        @Schema(description = "How often one of its conditions was satisfied")
        long matches,

        @Schema(description = "How often an exception kept a matching event, or a complete sequence, from it")
        long excepted,

        @Schema(description = "That it raised") long alerts,

        @Schema(description = "When it raised the last alert") @Nullable
        Instant lastMatch,

        @Schema(description = "Fields it cannot match without, and that no event has carried so far")
        List<String> unseenFields,

        @Schema(description = "Other fields it reads, and that no event has carried so far")
        List<String> unseenOptionalFields) {

    static ShownEvidence of(RuleEvidence evidence) {
        return new ShownEvidence(
                evidence.events(),
                evidence.candidates(),
                evidence.matches(),
                evidence.excepted(),
                evidence.detections(),
                evidence.lastDetection(),
                evidence.unseenFields(),
                evidence.unseenOptionalFields());
    }
}
