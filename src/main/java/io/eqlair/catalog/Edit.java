package io.eqlair.catalog;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of somebody's wish to change a rule. */
public sealed interface Edit {

    /**
     * It was done, or would have been.
     *
     * @param before null where there was no such rule
     * @param after null where there is no such rule any more
     */
    record Done(@Nullable RuleEntry before, @Nullable RuleEntry after) implements Edit {}

    /** Nothing was loaded yet that could be changed. */
    record Loading() implements Edit {}

    /** The rule as it was sent is not in order, or is none that runs here. */
    record Invalid(List<RuleProblem> problems) implements Edit {}

    /** There is no such rule. */
    record Missing() implements Edit {}

    /** The rule is in another version than was expected; the empty text if it is not there. */
    record Outdated(String version) implements Edit {}

    /** It cannot be done with this rule. */
    record Refused(Problem problem, List<Object> arguments) implements Edit {}

    /** It was kept, and could not be put in force. */
    record NotInForce() implements Edit {}

    /** It could not be kept, and so was not done. */
    record NotKept(String reason) implements Edit {}
}
