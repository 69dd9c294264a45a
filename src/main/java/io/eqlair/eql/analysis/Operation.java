package io.eqlair.eql.analysis;

import io.eqlair.eql.function.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What is done with operands: a function, or an operator, which is a function with another spelling. Two operations of
 * the same text are equal, because the text says all of what they do.
 *
 * @param text the name, with whatever was fixed when the query was analyzed, such as patterns
 */
public record Operation(String text, Meaning meaning) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Operation operation && operation.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
