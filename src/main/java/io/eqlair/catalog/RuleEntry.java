package io.eqlair.catalog;

import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of one rule file, once its query has been compiled.
 *
 * @param id as it stands in the file; null where there is none
 * @param name likewise
 * @param type for example {@code eql}; null where the file could not be read so far
 * @param origin its path, or {@code classpath:} and its name
 * @param file the rule and the file it was read from; null unless the file itself is in order
 * @param reason why it is not active, or not as its file is now; null where there is nothing to say
 * @param problems all that is wrong with it, in the order of the file; of an active rule, what its author may not expect
 * @param standing where it comes from, and what was made of it
 */
public record RuleEntry(
        RuleState state,
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        String origin,
        RuleFile.@Nullable Loaded file,
        @Nullable String reason,
        List<RuleProblem> problems,
        Standing standing) {

    public RuleEntry {
        problems = List.copyOf(problems);
    }

    /** The rule, null unless its file is in order. */
    public @Nullable Rule rule() {
        return file == null ? null : file.rule();
    }

    /** The rule runs; warnings are what its author may not expect of it. */
    static RuleEntry active(RuleFile.Loaded file, List<RuleProblem> warnings) {
        return ofLoaded(RuleState.ACTIVE, file, null, warnings);
    }

    static RuleEntry disabled(RuleFile.Loaded file, String reason) {
        return ofLoaded(RuleState.DISABLED, file, reason, List.of());
    }

    static RuleEntry refused(RuleState state, RuleFile.Loaded file, List<RuleProblem> problems) {
        return ofLoaded(state, file, reason(problems), problems);
    }

    static RuleEntry of(RuleFile.Rejected file) {
        return unread(RuleState.REJECTED, file.id(), file.name(), null, file.origin(), file.problems());
    }

    static RuleEntry of(RuleFile.Unsupported file) {
        return unread(
                RuleState.UNSUPPORTED, file.id(), file.name(), file.type(), file.origin(), List.of(file.problem()));
    }

    private static RuleEntry unread(
            RuleState state,
            @Nullable String id,
            @Nullable String name,
            @Nullable String type,
            String origin,
            List<RuleProblem> problems) {
        return new RuleEntry(state, id, name, type, origin, null, reason(problems), problems, Standing.OF_FILE);
    }

    private static RuleEntry ofLoaded(
            RuleState state, RuleFile.Loaded file, @Nullable String reason, List<RuleProblem> problems) {
        Rule rule = file.rule();
        return new RuleEntry(
                state,
                rule.id().value(),
                rule.name(),
                Rule.TYPE,
                file.origin(),
                file,
                reason,
                problems,
                Standing.OF_FILE);
    }

    private static String reason(List<RuleProblem> problems) {
        return problems.getFirst().message();
    }

    /** The same, with more that its author may not expect. */
    public RuleEntry alsoWarned(List<RuleProblem> warnings) {
        List<RuleProblem> all = new ArrayList<>(problems);
        all.addAll(warnings);
        return new RuleEntry(state, id, name, type, origin, file, reason, all, standing);
    }

    /** The same, of another standing. */
    RuleEntry with(Standing other) {
        boolean switchedOff = state == RuleState.DISABLED
                && Boolean.FALSE.equals(other.overlay().enabled());
        String why = switchedOff && problems.isEmpty() ? Problem.RULE_SWITCHED_OFF.message() : reason;
        return new RuleEntry(state, id, name, type, origin, file, why, problems, other);
    }

    /** The same rule, which goes on though its file is no longer in order: here is what is wrong with that. */
    RuleEntry stale(List<RuleProblem> wrongNow) {
        RuleProblem notice = RuleProblem.warning(Problem.RULE_LAST_GOOD, origin, null);
        List<RuleProblem> all = new ArrayList<>(List.of(notice));
        all.addAll(wrongNow);
        return new RuleEntry(state, id, name, type, origin, file, notice.message(), all, standing.nowStale());
    }
}
