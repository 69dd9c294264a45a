package io.eqlair.rule;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which detections become one alert.
 *
 * @param groupBy fields whose values the detections have in common; of a sequence those that all its events share
 * @param groupByV2 the same for the fields of one event of a sequence; one of the two lists has a member
 * @param duration how far their event times may be apart; null for those of one request
 * @param missingFieldsStrategy {@code suppress} or {@code doNotSuppress} detections whose events lack such a field
 */
public record AlertSuppression(
        List<String> groupBy,
        List<StepField> groupByV2,
        @Nullable Window duration,
        String missingFieldsStrategy) {

    static final List<String> UNITS = List.of("s", "m", "h");
    static final List<String> STRATEGIES = List.of("suppress", "doNotSuppress");

    public AlertSuppression {
        groupBy = List.copyOf(groupBy);
        groupByV2 = List.copyOf(groupByV2);
    }

    /** Whether detections whose events lack a field are suppressed, as if that had a value of its own. */
    public boolean suppressesMissing() {
        return missingFieldsStrategy.equals(STRATEGIES.getFirst());
    }

    /**
     * A field of an event of a sequence.
     *
     * @param sequenceIndex which event, from 0; null for what all events have in common
     */
    public record StepField(String field, @Nullable Integer sequenceIndex) {}

    /**
     * A time, for example 6 h.
     *
     * @param value at least 1
     * @param unit {@code s}, {@code m} or {@code h}
     */
    public record Window(int value, String unit) {

        /** The same as a duration. */
        public Duration toDuration() {
            return switch (unit) {
                case "s" -> Duration.ofSeconds(value);
                case "m" -> Duration.ofMinutes(value);
                case "h" -> Duration.ofHours(value);
                default -> throw new IllegalStateException("unit must have been checked: " + unit);
            };
        }
    }
}
