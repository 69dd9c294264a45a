package io.eqlair.eql.function;

import io.eqlair.eql.value.EvaluationError;
import org.jspecify.annotations.Nullable;

/** Reads the optional arguments of a call; one that is left out is as good as null. */
final class Arguments {
    private Arguments() {}

    /** A whole number, clamped to 32 bits: no text is longer. */
    static @Nullable Integer integer(@Nullable Object[] arguments, int index) {
        return switch (at(arguments, index)) {
            case null -> null;
            case Long value -> Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Double value when value == Math.rint(value) -> value.intValue();
            default -> throw new EvaluationError("argument is not an integer");
        };
    }

    static boolean isTrue(@Nullable Object[] arguments, int index) {
        return switch (at(arguments, index)) {
            case null -> false;
            case Boolean value -> value;
            default -> throw new EvaluationError("argument is not a boolean");
        };
    }

    private static @Nullable Object at(@Nullable Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : null;
    }
}
