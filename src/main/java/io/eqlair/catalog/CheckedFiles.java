package io.eqlair.catalog;

import io.eqlair.catalog.Standing.Source;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.FetchedRules;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverlay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that was fetched, checked, and with all decided that files decide among each other: what was set for a rule is
 * laid over it, what was put through the API wins, and what is no longer in order goes on as it was.
 */
final class CheckedFiles {

    private final FetchedRules fetched;
    private final List<CheckedFile> before;
    private final QueryChecks checks;

    private CheckedFiles(FetchedRules fetched, List<CheckedFile> before, QueryChecks checks) {
        this.fetched = fetched;
        this.before = before;
        this.checks = checks;
    }

    /**
     * Checks what was fetched.
     *
     * @param before the same of the last time
     */
    static List<CheckedFile> of(FetchedRules fetched, List<CheckedFile> before, EqlLimits limits) {
        return new CheckedFiles(fetched, before, QueryChecks.with(limits, before)).all();
    }

    private List<CheckedFile> all() {
        List<CheckedFile> stored = LastGood.kept(
                before(Source.API), checked(fetched.stored(), Source.API, Set.of()), List.of(), Set.of(), this::again);
        Set<RuleId> winners = new HashSet<>();
        stored.stream()
                .map(CheckedFile::kept)
                .filter(file -> file != null)
                .forEach(file -> winners.add(file.rule().id()));
        List<CheckedFile> files = LastGood.kept(
                before(Source.FILE),
                checked(fetched.files().files(), Source.FILE, winners),
                fetched.files().skipped(),
                winners,
                this::again);
        return Stream.concat(stored.stream(), files.stream()).toList();
    }

    private List<CheckedFile> before(Source source) {
        return before.stream()
                .filter(file -> file.entry().standing().source() == source)
                .toList();
    }

    private List<CheckedFile> checked(List<RuleFile> files, Source source, Set<RuleId> winners) {
        return files.parallelStream()
                .map(file -> checked(file, source, winners))
                .toList();
    }

    private CheckedFile checked(RuleFile file, Source source, Set<RuleId> winners) {
        if (!(file instanceof RuleFile.Loaded loaded)) {
            return CheckedFile.of(file, checks).with(new Standing(source, false, RuleOverlay.NONE));
        }
        CheckedFile checked = CheckedFile.of(loaded, standing(loaded, source), checks);
        return winners.contains(loaded.rule().id()) ? checked.overridden(loaded) : checked;
    }

    private Standing standing(RuleFile.Loaded file, Source source) {
        return new Standing(
                source, false, fetched.overlays().getOrDefault(file.rule().id(), RuleOverlay.NONE));
    }

    private CheckedFile again(CheckedFile file) {
        RuleFile.Loaded kept = file.kept();
        return kept == null
                ? file
                : CheckedFile.of(kept, standing(kept, file.entry().standing().source()), checks);
    }
}
