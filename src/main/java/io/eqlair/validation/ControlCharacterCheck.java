package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Control characters in texts that values are compared with: {@code "C:\temp\nc.exe"} has a tab and a line end in it, and is
 * no path. The query is right by the language, and never matches.
 */
final class ControlCharacterCheck implements QueryCheck {

    private static final String CONTROLS = "\t\n\r\b\f";
    private static final String LETTERS = "tnrbf";

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.expressions()
                .flatMap(ControlCharacterCheck::texts)
                .filter(literal -> control(literal) >= 0)
                .map(literal -> query.warning(
                        Problem.RULE_CONTROL_CHARACTER,
                        literal.span(),
                        query.excerpt(literal),
                        LETTERS.charAt(control(literal))))
                .toList();
    }

    /** Patterns are no expressions of their own. */
    private static Stream<Expression.Literal> texts(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> Stream.of(literal);
            case Expression.PatternMatch match -> match.patterns().stream();
            default -> Stream.of();
        };
    }

    /** Which of the control characters is the first in a text; below 0 where none is. */
    private static int control(Expression.Literal literal) {
        return literal.value() instanceof String text
                ? text.chars()
                        .map(CONTROLS::indexOf)
                        .filter(found -> found >= 0)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }
}
