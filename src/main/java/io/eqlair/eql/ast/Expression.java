package io.eqlair.eql.ast;

import io.eqlair.eql.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition or a value, as written. */
public sealed interface Expression {

    Span span();

    /**
     * A constant.
     *
     * @param value null, Boolean, Long, Double or String
     */
    record Literal(@Nullable Object value, Span span) implements Expression {}

    /**
     * A field of the event.
     *
     * @param name the dotted path, without quotes
     * @param optional whether it was written {@code ?name}
     */
    record Field(String name, boolean optional, Span span) implements Expression {}

    /**
     * A function call.
     *
     * @param ignoreCase whether it was written {@code name~(…)}
     * @param nameSpan where the name stands
     */
    record Call(String name, boolean ignoreCase, List<Expression> arguments, Span nameSpan, Span span)
            implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code not …} */
    record Not(Expression operand, Span span) implements Expression {}

    /** {@code … and … and …}; two operands or more. */
    record And(List<Expression> operands, Span span) implements Expression {

        public And {
            operands = List.copyOf(operands);
        }
    }

    /** {@code … or … or …}; two operands or more. */
    record Or(List<Expression> operands, Span span) implements Expression {

        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** {@code left == right} and its kin. */
    record Comparison(Relation relation, Expression left, Expression right, Span span) implements Expression {}

    /** {@code left + right} and its kin. */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Span span)
            implements Expression {}

    /** {@code -operand} */
    record Negative(Expression operand, Span span) implements Expression {}

    /** {@code operand [not] in[~] (…)} */
    record Membership(Expression operand, boolean negated, boolean ignoreCase, List<Expression> members, Span span)
            implements Expression {

        public Membership {
            members = List.copyOf(members);
        }
    }

    /** {@code operand : …}, {@code like[~]} and {@code regex[~]}. {@code :} is a wildcard match that ignores case. */
    record PatternMatch(PatternKind kind, boolean ignoreCase, Expression operand, List<Literal> patterns, Span span)
            implements Expression {

        public PatternMatch {
            patterns = List.copyOf(patterns);
        }
    }
}
