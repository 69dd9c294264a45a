package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import java.util.List;

/**
 * One bracketed item of a sequence or sample, with its own keys and repetitions.
 *
 * @param missing whether it is {@code ![…]}, an event that must not be there
 * @param runs how often it is wanted, {@code with runs=N}; 1 where nothing is said
 */
public record Item(EventFilter filter, boolean missing, List<Expression> keys, int runs, Span span) {

    public Item {
        keys = List.copyOf(keys);
    }
}
