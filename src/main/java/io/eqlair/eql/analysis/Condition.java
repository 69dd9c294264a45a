package io.eqlair.eql.analysis;

import io.eqlair.eql.source.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition in plain two-valued logic. */
public sealed interface Condition {

    /** Adds the fields that are read. */
    default void collectFields(Set<String> fields) {
        switch (this) {
            case Known known -> {}
            case All all -> all.operands().forEach(operand -> operand.collectFields(fields));
            case Any any -> any.operands().forEach(operand -> operand.collectFields(fields));
            case Not not -> not.operand().collectFields(fields);
            case Test test -> fields.addAll(test.predicate().fields());
        }
    }

    /**
     * Known without an event.
     *
     * @param value null counts as false, and stays null under {@code not}
     */
    record Known(@Nullable Boolean value) implements Condition {}

    /** All of them hold. */
    record All(List<Condition> operands) implements Condition {

        public All {
            operands = List.copyOf(operands);
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> operands) implements Condition {

        public Any {
            operands = List.copyOf(operands);
        }
    }

    /** It does not hold. */
    record Not(Condition operand) implements Condition {}

    /**
     * The event satisfies a predicate.
     *
     * @param span where the predicate stands in the text, for people
     */
    record Test(Predicate predicate, Span span) implements Condition {}
}
