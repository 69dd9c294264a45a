package io.eqlair.sink;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered.
 *
 * @param retryAfter how long to wait before the next request; null where it does not say
 * @param body its beginning, of which secrets are covered in texts for people only
 */
record HttpAnswer(int status, @Nullable Duration retryAfter, String body) {

    private static final int SHOWN = 200;
    private static final int TOO_MANY = 429;
    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    boolean isTaken() {
        return status >= 200 && status < REDIRECTS;
    }

    /**
     * What it means for what was sent.
     *
     * @param reason the answer in words
     */
    Receipt receipt(String reason) {
        if (isTaken()) {
            return new Receipt.Taken();
        }
        return isAboutTheContent() && retryAfter == null
                ? new Receipt.Refused(reason)
                : new Receipt.Later(reason, isBlame(), retryAfter);
    }

    /** Some errors of the sender are about who sends where and when, which is the same for all alerts, and can be put right. */
    private boolean isAboutTheContent() {
        return switch (status) {
            case 401, 403, 404, 405, 407, 408, 421, 425, TOO_MANY -> false;
            default -> status >= ERRORS && status < SERVER_ERRORS;
        };
    }

    /** Who says when to come again speaks of itself, and not of the alert. */
    private boolean isBlame() {
        return status != TOO_MANY && retryAfter == null;
    }

    /** For people, on one line. */
    String words() {
        String text = body.replaceAll("\\p{Cntrl}+", " ").strip();
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return "It answered " + status + (shown.isEmpty() ? "" : ": " + shown);
    }

    /** Reads {@code Retry-After}: seconds or a date. Null where it says neither. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.strip().matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
