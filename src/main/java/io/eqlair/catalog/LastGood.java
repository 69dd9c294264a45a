package io.eqlair.catalog;

import io.eqlair.problem.Problem;
import io.eqlair.repository.Skipped;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps running what ran before, where a file or a whole place is not in order any more: a slip in an editor, or a share that
 * is gone, must not end detection in silence. What was removed is removed.
 *
 * <pre>
 * before            now                       becomes
 * a.toml  active    a.toml  rejected          a.toml  active, stale: the version from before, and what is wrong with this one
 * a.toml  active    z.toml  rejected, same id a.toml  active, stale: it was moved and broken at once
 * a.toml  active    a.toml  without a rule    a.toml  active, stale: it was emptied
 * b.toml  active    (not there)               (not there)
 * rules/  missing                             rules/  rejected, and all that was active below it, stale
 * </pre>
 */
final class LastGood {

    /** By origin, in their order. */
    private final Map<String, CheckedFile> before = new TreeMap<>();

    private final UnaryOperator<CheckedFile> again;
    private final Set<RuleId> taken;
    private final Set<String> inOrder = new HashSet<>();

    private LastGood(Collection<CheckedFile> before, Set<RuleId> taken, UnaryOperator<CheckedFile> again) {
        before.stream()
                .filter(file -> file.kept() != null)
                .forEach(file -> this.before.put(file.entry().origin(), file));
        this.taken = new HashSet<>(taken);
        this.again = again;
    }

    /**
     * What was found now, with what was in order before in place of what is not any more.
     *
     * @param taken ids that others have, and that no rule can go on with
     * @param again checks a file of before anew, as what is set beside it may have changed
     */
    static List<CheckedFile> kept(
            List<CheckedFile> before,
            List<CheckedFile> now,
            List<Skipped> skipped,
            Set<RuleId> taken,
            UnaryOperator<CheckedFile> again) {
        LastGood lastGood = new LastGood(before, taken, again);
        now.forEach(lastGood::note);
        List<CheckedFile> kept = new ArrayList<>();
        now.forEach(file -> lastGood.keep(file, kept));
        skipped.forEach(file -> lastGood.keep(file, kept));
        return kept;
    }

    private void note(CheckedFile file) {
        if (file.kept() != null) {
            taken.add(file.kept().rule().id());
            inOrder.add(file.entry().origin());
        }
    }

    private void keep(CheckedFile file, List<CheckedFile> kept) {
        RuleEntry entry = file.entry();
        CheckedFile last = entry.state() == RuleState.REJECTED ? last(entry) : null;
        if (last != null) {
            kept.add(last.stale(entry.problems()));
            return;
        }
        kept.add(file);
        if (entry.state() == RuleState.REJECTED) {
            keepBelow(entry.origin(), entry.problems(), kept);
        }
    }

    /** What was read from a place that is not in order now: files of a directory or an archive, lines of an export. */
    private void keepBelow(String place, List<RuleProblem> problems, List<CheckedFile> kept) {
        before.values().stream()
                .filter(one -> isBelow(one.entry().origin(), place))
                .map(this::take)
                .filter(Objects::nonNull)
                .forEach(one -> kept.add(one.stale(problems)));
    }

    /** A file that held a rule, and now holds none. */
    private void keep(Skipped file, List<CheckedFile> kept) {
        List<RuleProblem> emptied = List.of(RuleProblem.of(Problem.RULE_TABLE_MISSING, file.origin(), null));
        CheckedFile last = take(before.get(file.origin()));
        if (last != null) {
            kept.add(last.stale(emptied));
        }
        keepBelow(file.origin(), emptied, kept);
    }

    /** The last good version of a file, or else of its rule, if that was kept in a file that is not in order now. */
    private @Nullable CheckedFile last(RuleEntry entry) {
        CheckedFile ofFile = take(before.get(entry.origin()));
        return ofFile != null || entry.id() == null
                ? ofFile
                : before.values().stream()
                        .filter(one -> entry.id().equalsIgnoreCase(one.entry().id()))
                        .findFirst()
                        .map(this::take)
                        .orElse(null);
    }

    /** What can go on: unless it was read anew, or another with its id was. */
    private @Nullable CheckedFile take(@Nullable CheckedFile file) {
        return file != null && file.kept() != null && canGoOn(file.kept()) ? again.apply(file) : null;
    }

    private boolean canGoOn(RuleFile.Loaded file) {
        return !inOrder.contains(file.origin()) && taken.add(file.rule().id());
    }

    private static boolean isBelow(String origin, String place) {
        return origin.length() > place.length()
                && origin.startsWith(place)
                && (place.endsWith("/") || "/\\!:".indexOf(origin.charAt(place.length())) >= 0);
    }
}
