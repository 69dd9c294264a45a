package io.eqlair.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of an alert that somebody changed.
 *
 * @param changedAt when
 * @param changedBy who; null where nobody said
 * @param field which: {@code status}, {@code disposition}, {@code assignee} or {@code note}
 * @param oldValue null where there was none
 * @param newValue null where there is none any more
 */
public record TriageEntry(
        Instant changedAt,
        @Nullable String changedBy,
        String field,
        @Nullable String oldValue,
        @Nullable String newValue) {}
