package io.eqlair.eql.analysis;

import io.eqlair.eql.value.ValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that has a value: a constant, a field, or an operation on other operands. */
public sealed interface Operand {

    /** The type of the value as far as it is known before there is an event. */
    ValueType type();

    /** The fields that are read, each once, in the order of the text. */
    default List<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        collect(fields);
        return List.copyOf(fields);
    }

    /** Adds the fields that are read. */
    default void collect(Set<String> fields) {
        switch (this) {
            case Constant constant -> {}
            case FieldValue field -> fields.add(field.field());
            case Apply apply -> apply.arguments().forEach(argument -> argument.collect(fields));
        }
    }

    /** Null, Boolean, Long, Double or String. */
    record Constant(@Nullable Object value) implements Operand {

        @Override
        public ValueType type() {
            return ValueType.of(value);
        }
    }

    /** One value of a field, null where it has none. */
    record FieldValue(String field) implements Operand {

        @Override
        public ValueType type() {
            return ValueType.ANY;
        }
    }

    /** The result of an operation. */
    record Apply(Operation operation, List<Operand> arguments, ValueType type) implements Operand {

        public Apply {
            arguments = List.copyOf(arguments);
        }
    }
}
