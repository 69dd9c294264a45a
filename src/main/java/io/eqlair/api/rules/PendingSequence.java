package io.eqlair.api.rules;

import io.eqlair.engine.PendingSequences;
import io.eqlair.engine.sequence.Pending;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.event.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that has begun.
 *
 * @param joinKeys the values that join it
 * @param matched how many events it has
 * @param events their ids, in order
 * @param awaits the item that is wanted next, as the rule says it; null where only time must pass
 * @param deadline when it ends of itself, in event time; null for not at all
 * @param remainingMs what is left until then, by the newest event
 */
public record PendingSequence(
        List<@Nullable Object> joinKeys,
        int matched,
        List<String> events,
        @Nullable String awaits,
        @Nullable Instant deadline,
        @Nullable Long remainingMs) {

    public static PendingSequence of(Pending pending, @Nullable PendingSequences rule, long newest) {
        boolean ends = pending.deadline() != Long.MAX_VALUE;
        return new PendingSequence(
                pending.key().values(),
                pending.events().size(),
                pending.events().stream().map(StoredEvent::id).toList(),
                rule == null ? null : rule.awaited(pending),
                ends ? Timestamps.toInstant(pending.deadline()) : null,
                ends ? Math.max(0, pending.deadline() - newest) / 1_000_000 : null);
    }
}
