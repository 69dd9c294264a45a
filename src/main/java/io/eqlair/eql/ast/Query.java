package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an EQL text looks for: single events, events in order, or events in any order. */
public sealed interface Query {

    Span span();

    /** {@code process where …} */
    record EventQuery(EventFilter filter) implements Query {

        @Override
        public Span span() {
            return filter.span();
        }
    }

    /**
     * {@code sequence by … with maxspan=… […] […] until […]}
     *
     * @param keys the keys of every item, before the item's own
     * @param maxspan null where the sequence may take any time
     * @param until the item that ends a pending sequence, null where there is none
     */
    record SequenceQuery(
            List<Expression> keys,
            @Nullable Maxspan maxspan,
            List<Item> items,
            @Nullable Item until,
            Span span) implements Query {

        public SequenceQuery {
            keys = List.copyOf(keys);
            items = List.copyOf(items);
        }
    }

    /** {@code sample by … […] […]} */
    record SampleQuery(List<Expression> keys, List<Item> items, Span span) implements Query {

        public SampleQuery {
            keys = List.copyOf(keys);
            items = List.copyOf(items);
        }
    }
}
