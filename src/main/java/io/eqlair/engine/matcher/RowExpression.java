package io.eqlair.engine.matcher;

import org.jspecify.annotations.Nullable;

/** A compiled operand: its value for one combination of the fields' values. */
@FunctionalInterface
interface RowExpression {

    @Nullable
    Object value(Row row);
}
