package io.eqlair.exceptions;

import io.eqlair.repository.DocumentFolder;
import java.time.Instant;
import java.util.Locale;

/**
 * An exception: what keeps events from rules.
 *
 * @param id for its whole life; the name of its file
 * @param origin who made it
 */
public record ExceptionItem(String id, ExceptionTerms terms, Origin origin, Instant createdAt, Instant updatedAt) {

    /** Whether a text can be an id, of an exception or of a value list. */
    public static boolean isId(String text) {
        return DocumentFolder.isId(text);
    }

    /** Where an exception comes from. */
    public enum Origin {
        /** It was posted or put. */
        API,
        /** It was imported from an export of Kibana. */
        KIBANA;

        /** As it is written in JSON. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
