package io.eqlair.validation;

import io.eqlair.eql.ast.Maxspan;
import io.eqlair.eql.ast.Query;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.RuleSchedule;
import java.time.Duration;
import java.util.List;

/** Sequences that may take longer than a scheduled run of the rule looks back. Makes no difference on a stream. */
final class SpanCheck implements QueryCheck {

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        RuleSchedule schedule = query.file().rule().schedule();
        DateMath from = DateMath.parse(schedule.from());
        DateMath to = DateMath.parse(schedule.to());
        Maxspan maxspan = query.statement().query() instanceof Query.SequenceQuery sequence ? sequence.maxspan() : null;
        if (maxspan == null || from == null || to == null) {
            return List.of();
        }
        Duration lookBack = DateMath.longest(from, to);
        return maxspan.duration().compareTo(lookBack) <= 0
                ? List.of()
                : List.of(query.warning(
                        Problem.RULE_MAXSPAN_PAST_LOOK_BACK,
                        maxspan.span(),
                        DateMath.text(maxspan.duration()),
                        DateMath.text(lookBack),
                        enough(maxspan.duration(), to, schedule)));
    }

    /** From where a run finds every sequence: the span before the start of the run before it. */
    private static String enough(Duration maxspan, DateMath to, RuleSchedule schedule) {
        Duration interval = DateMath.duration(schedule.interval());
        Duration enough =
                maxspan.plus(interval == null ? Duration.ZERO : interval).minus(to.offset());
        return DateMath.text(Duration.ofSeconds(enough.plusMillis(999).toSeconds()));
    }
}
