package io.eqlair.ingest.otlp;

import io.eqlair.event.EventRejected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was read once for many records, or why it could not be: then that is wrong with each of them.
 *
 * @param value null where there is a reason
 */
record Shared<T>(@Nullable T value, @Nullable EventRejected why) {

    /** Reads something. */
    interface Reading<T> {
        T read() throws EventRejected;
    }

    static <T> Shared<T> of(Reading<T> reading) {
        try {
            return new Shared<>(reading.read(), null);
        } catch (EventRejected why) {
            return new Shared<>(null, why);
        }
    }

    T get() throws EventRejected {
        if (why != null) {
            throw why;
        }
        return Objects.requireNonNull(value);
    }
}
