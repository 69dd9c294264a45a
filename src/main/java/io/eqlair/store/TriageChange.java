package io.eqlair.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of alerts.
 *
 * @param values the new values of what is changed: words that {@link io.eqlair.alert.Triage} knows, or free texts; empty where
 *     there is to be none
 * @param by who says so; null where nobody knows
 */
public record TriageChange(
        Map<Field, Optional<String>> values, @Nullable String by) {

    /** What can be changed; each is a column. */
    public enum Field {
        STATUS,
        DISPOSITION,
        ASSIGNEE,
        NOTE;

        /** The word in requests and in the history. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Takes the values as every database can hold them. */
    public TriageChange {
        Map<Field, Optional<String>> fine = new EnumMap<>(Field.class);
        values.forEach((field, value) -> fine.put(field, value.map(ColumnText::of)));
        values = Collections.unmodifiableMap(fine);
    }
}
