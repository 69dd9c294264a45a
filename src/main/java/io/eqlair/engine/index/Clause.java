package io.eqlair.engine.index;

import java.util.List;

/** A condition over the numbers of predicates, in plain two-valued logic. */
sealed interface Clause {

    record Known(boolean value) implements Clause {}

    record All(List<Clause> operands) implements Clause {

        public All {
            operands = List.copyOf(operands);
        }
    }

    record Any(List<Clause> operands) implements Clause {

        public Any {
            operands = List.copyOf(operands);
        }
    }

    record Not(Clause operand) implements Clause {}

    /**
     * The event satisfies a predicate.
     *
     * @param predicate its number in the {@link PredicateTable}
     */
    record Test(int predicate) implements Clause {}
}
