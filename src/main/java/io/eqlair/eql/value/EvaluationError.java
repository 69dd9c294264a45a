package io.eqlair.eql.value;

/**
 * A value that cannot be computed, for example a division by zero. It carries no stack trace, because a stream may
 * raise it once per event; whoever evaluates a condition counts it and goes on with null.
 */
public final class EvaluationError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EvaluationError(String message) {
        super(message, null, false, false);
    }
}
