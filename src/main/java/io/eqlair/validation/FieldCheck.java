package io.eqlair.validation;

import io.eqlair.eql.ast.Expression;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fields that neither the schema nor any event so far has: a name that is misspelt makes a rule that never matches, and
 * nothing else shows it.
 *
 * @param seen whether a rule has found a field in some event so far
 */
record FieldCheck(EcsFields ecs, Predicate<String> seen) implements QueryCheck {

    /** Beyond which nobody reads on, and the search for near names would take long. */
    private static final int MOST = 101;

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        Set<String> told = new HashSet<>();
        return Stream.concat(query.keys(), query.expressions())
                .filter(Expression.Field.class::isInstance)
                .map(Expression.Field.class::cast)
                .filter(field -> !ecs.contains(field.name()) && !isOfAlerts(field.name()) && !seen.test(field.name()))
                .sorted(Comparator.comparingInt(field -> field.span().start()))
                .filter(field -> told.add(field.name()))
                .limit(MOST)
                .map(field -> warning(field, query))
                .toList();
    }

    /** Rules on alerts ask for fields that no source of events has. */
    private static boolean isOfAlerts(String field) {
        return field.startsWith("kibana.alert.") || field.startsWith("signal.");
    }

    private RuleProblem warning(Expression.Field field, QueryText query) {
        String nearest = ecs.nearest(field.name());
        return nearest == null
                ? query.warning(Problem.RULE_FIELD_UNKNOWN, field.span(), field.name(), EcsFields.VERSION)
                : query.warning(Problem.RULE_FIELD_MISSPELT, field.span(), field.name(), EcsFields.VERSION, nearest);
    }
}
