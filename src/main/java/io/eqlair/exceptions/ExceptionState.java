package io.eqlair.exceptions;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an exception. */
public enum ExceptionState {
    /** It excepts events from the rules it is for. */
    ACTIVE,
    /** It is switched off. */
    DISABLED,
    /** Its time is over. */
    EXPIRED,
    /** Its file is not in order. */
    REJECTED;

    /** As it is written in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that a text names. */
    public static Optional<ExceptionState> parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst();
    }

    /** The state of an exception that is in order. */
    public static ExceptionState of(ExceptionItem item, Instant now) {
        if (!item.terms().enabled()) {
            return DISABLED;
        }
        Instant end = item.terms().expiresAt();
        return end == null || now.isBefore(end) ? ACTIVE : EXPIRED;
    }
}
