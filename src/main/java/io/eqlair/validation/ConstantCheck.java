package io.eqlair.validation;

import io.eqlair.eql.analysis.Analyzer;
import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Query;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import io.eqlair.validation.truth.Decision;
import io.eqlair.validation.truth.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Conditions, and the largest parts of conditions, that are true of every event or of none. */
final class ConstantCheck implements QueryCheck {

    /** For one condition: more than ten times what the largest rules in the field take. */
    private static final int STEPS = 50_000;

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        if (query.statement().query() instanceof Query.EventQuery(EventFilter filter)) {
            return ofEvents(filter, query);
        }
        return query.items().stream()
                .flatMap(item -> ofItem(item, query).stream())
                .toList();
    }

    private static List<RuleProblem> ofEvents(EventFilter filter, QueryText query) {
        Clause clause = clause(filter.condition(), query);
        return switch (clause.outcome()) {
            case ALWAYS -> {
                String events = filter.category() == null ? "" : " of the category `" + filter.category() + "`";
                yield List.of(query.warning(
                        Problem.RULE_MATCHES_EVERYTHING, clause.expression().span(), events));
            }
            case NEVER -> List.of(cannotMatch(clause, query));
            case DEPENDS -> ofParts(clause, query);
        };
    }

    /** {@code [process where true]} is how a sequence asks for any event. */
    private static List<RuleProblem> ofItem(Item item, QueryText query) {
        Clause clause = clause(item.filter().condition(), query);
        boolean isTrue =
                clause.expression() instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
        boolean wanted = !item.missing() && !isUntil(item, query);
        if (isTrue) {
            return List.of();
        }
        return wanted && clause.outcome() == Outcome.NEVER
                ? List.of(cannotMatch(clause, query))
                : ofPart(clause, query);
    }

    private static boolean isUntil(Item item, QueryText query) {
        return query.statement().query() instanceof Query.SequenceQuery sequence && item.equals(sequence.until());
    }

    private static Clause clause(Expression condition, QueryText query) {
        String timestampField = query.timestampField();
        return Clause.of(
                condition,
                expression -> Analyzer.condition(expression, query.source(), timestampField),
                new Decision(STEPS));
    }

    private static RuleProblem cannotMatch(Clause clause, QueryText query) {
        List<Clause> reason = clause.reason(Outcome.NEVER);
        return warning(reason.size() == 2 ? Problem.RULE_CANNOT_MATCH_BOTH : Problem.RULE_CANNOT_MATCH, reason, query);
    }

    private static List<RuleProblem> ofParts(Clause clause, QueryText query) {
        List<RuleProblem> warnings = new ArrayList<>();
        clause.parts().forEach(part -> warnings.addAll(ofPart(part, query)));
        return warnings;
    }

    private static List<RuleProblem> ofPart(Clause clause, QueryText query) {
        Outcome outcome = clause.outcome();
        if (outcome == Outcome.DEPENDS) {
            return ofParts(clause, query);
        }
        List<Clause> reason = clause.reason(outcome);
        boolean two = reason.size() == 2;
        Problem problem = outcome == Outcome.ALWAYS
                ? two ? Problem.RULE_PART_ALWAYS_EITHER : Problem.RULE_PART_ALWAYS_TRUE
                : two ? Problem.RULE_PART_NEVER_BOTH : Problem.RULE_PART_NEVER_TRUE;
        return List.of(warning(problem, reason, query));
    }

    /** At the last part of the reason: what stands before it is no problem by itself. */
    private static RuleProblem warning(Problem problem, List<Clause> reason, QueryText query) {
        Object[] texts = reason.stream()
                .map(clause -> query.excerpt(clause.expression()))
                .toArray();
        return query.warning(problem, reason.getLast().expression().span(), texts);
    }
}
