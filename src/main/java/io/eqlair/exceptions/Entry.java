package io.eqlair.exceptions;

import java.util.List;
import java.util.Set;

/** A part of an exception's condition, known to be in order. */
public sealed interface Entry {

    /** All of them hold. */
    record All(List<Entry> operands) implements Entry {

        public All {
            operands = List.copyOf(operands);
        }
    }

    /** At least one of them holds. */
    record Any(List<Entry> operands) implements Entry {

        public Any {
            operands = List.copyOf(operands);
        }
    }

    /** It does not hold. */
    record Not(Entry operand) implements Entry {}

    /**
     * Something is asked of a field.
     *
     * @param values what it is asked about: strings, Longs, Doubles or Booleans; the id of a list; nothing where the
     *     operator takes nothing
     */
    record OfField(String field, Operator operator, List<Object> values) implements Entry {

        public OfField {
            values = List.copyOf(values);
        }
    }

    /** Adds the ids of the value lists that are named. */
    default void collectLists(Set<String> ids) {
        switch (this) {
            case All(List<Entry> operands) -> operands.forEach(operand -> operand.collectLists(ids));
            case Any(List<Entry> operands) -> operands.forEach(operand -> operand.collectLists(ids));
            case Not(Entry operand) -> operand.collectLists(ids);
            case OfField leaf -> {
                if (leaf.operator().takes() == Operator.Takes.LIST) {
                    ids.add(String.valueOf(leaf.values().getFirst()));
                }
            }
        }
    }
}
