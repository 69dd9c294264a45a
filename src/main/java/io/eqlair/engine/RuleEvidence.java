package io.eqlair.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has shown of itself since it was loaded with its present content: whether it can fire, and whether it did.
 *
 * @param events shown to the engine
 * @param candidates how often one of its conditions was asked; the index kept all other events from it
 * @param matches how often one of its conditions was satisfied
 * @param excepted how often an exception kept an event that matches, or a sequence that was complete, from it
 * @param detections how often it was satisfied as a whole
 * @param lastDetection when the last one was, by the engine's clock; null before the first
 * @param unseenFields fields without which it cannot match, and that no event has carried so far: not empty means that no
 *     event since the start can have made it fire
 * @param unseenOptionalFields other fields that it reads, and that no event has carried so far
 */
public record RuleEvidence(
        String ruleId,
        long events,
        long candidates,
        long matches,
        long excepted,
        long detections,
        @Nullable Instant lastDetection,
        List<String> unseenFields,
        List<String> unseenOptionalFields) {

    public RuleEvidence {
        unseenFields = List.copyOf(unseenFields);
        unseenOptionalFields = List.copyOf(unseenOptionalFields);
    }
}
