package io.eqlair.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an alert that was handed over. */
public sealed interface Receipt {

    /** It has arrived, and lasts as far as the receiver says so. */
    record Taken() implements Receipt {}

    /** The receiver will never take it. */
    record Refused(String reason) implements Receipt {}

    /**
     * It was not taken this time.
     *
     * @param answered whether the receiver answered with an error, so that the alert itself may be why; else nothing is known
     *     of the alert
     * @param after how long to wait, as the receiver says; null where it does not
     */
    record Later(String reason, boolean answered, @Nullable Duration after) implements Receipt {

        /** Nobody answered. */
        static Later unanswered(String reason) {
            return new Later(reason, false, null);
        }
    }

    /** Whether it may be the alert's own fault that it was not taken. */
    default boolean isAnsweredFailure() {
        return switch (this) {
            case Taken taken -> false;
            case Refused refused -> true;
            case Later later -> later.answered();
        };
    }
}
