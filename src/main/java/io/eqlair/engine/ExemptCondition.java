package io.eqlair.engine;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Filter;
import io.eqlair.event.FieldTable;
import java.util.List;
import java.util.Set;

/** Which events are exempt: plain two-valued logic over what the language can ask, and over sets too large to be written in it. */
public sealed interface ExemptCondition {

    /** All of them hold. */
    record All(List<ExemptCondition> operands) implements ExemptCondition {

        public All {
            operands = List.copyOf(operands);
        }
    }

    /** At least one of them holds. */
    record Any(List<ExemptCondition> operands) implements ExemptCondition {

        public Any {
            operands = List.copyOf(operands);
        }
    }

    /** It does not hold; so this is true where a field is absent that it asks for. */
    record Not(ExemptCondition operand) implements ExemptCondition {}

    /** A condition of the language. */
    record Holds(Condition condition) implements ExemptCondition {}

    /** At least one of a field's values passes. */
    record Passes(String field, ValueTest test) implements ExemptCondition {}

    /** Adds the fields that are read. */
    default void collectFields(Set<String> fields) {
        switch (this) {
            case All(List<ExemptCondition> operands) -> operands.forEach(operand -> operand.collectFields(fields));
            case Any(List<ExemptCondition> operands) -> operands.forEach(operand -> operand.collectFields(fields));
            case Not(ExemptCondition operand) -> operand.collectFields(fields);
            case Holds(Condition condition) -> condition.collectFields(fields);
            case Passes passes -> fields.add(passes.field());
        }
    }

    /** The condition for events of one field table. */
    default EventMatcher compile(FieldTable table) {
        return switch (this) {
            case All(List<ExemptCondition> operands) -> MatcherCompiler.all(compile(operands, table));
            case Any(List<ExemptCondition> operands) -> MatcherCompiler.any(compile(operands, table));
            case Not(ExemptCondition operand) -> MatcherCompiler.not(operand.compile(table));
            case Holds(Condition condition) -> new MatcherCompiler(table).compile(new Filter(null, condition), "");
            case Passes(String field, ValueTest test) -> new MatcherCompiler(table).compile(field, test);
        };
    }

    private static List<EventMatcher> compile(List<ExemptCondition> operands, FieldTable table) {
        return operands.stream().map(operand -> operand.compile(table)).toList();
    }
}
