package io.eqlair.store;

import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Alerts cannot be stored at the moment. The message says why. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String reason, @Nullable Throwable cause) {
        super(Problem.STORE_UNAVAILABLE.text(reason), cause);
    }
}
