package io.eqlair.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people made of an alert so far. What is null has not been said yet, and is left out.
 *
 * @param assignee who looks after it
 * @param note the last one; the alert's history has all
 * @param updatedAt when any of this was changed last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Triage(
        Status status,
        @Nullable Disposition disposition,
        @Nullable String assignee,
        @Nullable String note,
        @Nullable Instant updatedAt) {

    /** Nobody has looked at it. */
    public static final Triage NEW = new Triage(Status.OPEN, null, null, null, null);

    /** How far people are with it. */
    public enum Status {
        OPEN,
        ACKNOWLEDGED,
        CLOSED;

        /** The status of a word such as {@code open}. */
        public static Optional<Status> parse(String text) {
            return Arrays.stream(values())
                    .filter(status -> status.text().equals(text))
                    .findFirst();
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it turned out to be. */
    public enum Disposition {
        TRUE_POSITIVE,
        FALSE_POSITIVE,
        BENIGN;

        /** The disposition of a word such as {@code false_positive}. */
        public static Optional<Disposition> parse(String text) {
            return Arrays.stream(values())
                    .filter(disposition -> disposition.text().equals(text))
                    .findFirst();
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
