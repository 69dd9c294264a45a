package io.eqlair.engine.index.field;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An array of numbers as a key of maps. */
final class Ints {

    private final int[] values;
    private final int hash;

    /** The array must not be changed afterwards. */
    Ints(int[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ints ints && hash == ints.hash && Arrays.equals(values, ints.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
