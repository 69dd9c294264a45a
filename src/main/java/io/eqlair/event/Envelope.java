package io.eqlair.event;

import org.jspecify.annotations.Nullable;

/**
 * What the sender says of an event outside the document.
 *
 * @param index the index to write to, such as a bulk action's {@code _index}
 * @param id the identity, such as a bulk action's {@code _id}
 */
public record Envelope(@Nullable String index, @Nullable String id) {

    /** Nothing is said. */
    public static final Envelope NONE = new Envelope(null, null);
}
