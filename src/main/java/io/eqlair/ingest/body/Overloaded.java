package io.eqlair.ingest.body;

import io.eqlair.problem.Problem;
import java.io.IOException;

/**
 * A body is not taken, as others are still under way. Nothing of it is acknowledged; it is to be sent again.
 */
public final class Overloaded extends IOException {

    private static final long serialVersionUID = 1L;

    Overloaded(long bytes, long limit) {
        super(Problem.OVERLOADED.text(bytes, limit));
    }
}
