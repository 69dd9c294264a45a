package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.ArithmeticOperator;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.source.Span;
import io.eqlair.problem.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that read as something else than their author meant, told as what they are once they make no sense. */
final class LookAlikes {

    private static final Pattern HYPHENATED = Pattern.compile("[A-Za-z_@][\\w@.]*(-[\\w@.]+)+");
    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

    private final Diagnostics diagnostics;

    LookAlikes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports {@code user-agent}, which reads as a difference. */
    boolean reportHyphen(Expression expression) {
        if (!(expression instanceof Expression.Arithmetic difference)
                || difference.operator() != ArithmeticOperator.SUBTRACT) {
            return false;
        }
        Span name = new Span(
                difference.span().start(), first(difference.right()).span().end());
        boolean hyphenated = HYPHENATED.matcher(diagnostics.text(name)).matches();
        if (hyphenated) {
            diagnostics.report(Problem.EQL_HYPHEN, name, diagnostics.text(name));
        }
        return hyphenated;
    }

    /** What stands first in an expression whose operator binds more tightly than a minus. */
    private static Expression first(Expression expression) {
        return switch (expression) {
            case Expression.PatternMatch match -> match.operand();
            case Expression.Membership membership -> membership.operand();
            default -> expression;
        };
    }

    /** Reports {@code NULL}, {@code True} and the like, which read as names of fields. */
    boolean reportCapitals(Expression expression) {
        if (!(expression instanceof Expression.Field field)) {
            return false;
        }
        String lower = field.name().toLowerCase(Locale.ROOT);
        boolean shouted = CONSTANTS.contains(lower) && !lower.equals(field.name());
        if (shouted) {
            diagnostics.report(Problem.EQL_WORD_CASE, field.span(), field.name(), lower);
        }
        return shouted;
    }
}
