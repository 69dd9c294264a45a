package io.eqlair.catalog;

import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.FetchedRules;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverride;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that was fetched, checked, and with all decided that files decide among each other: what was set for a rule is
 * laid over it, what was put through the API wins, and what is no longer in order goes on as it was.
 */
final class CheckedFiles {

    private final FetchedRules fetched;
    private final QueryChecks checks;
    private final Map<RuleId, String> stored = new HashMap<>();

    private CheckedFiles(FetchedRules fetched, QueryChecks checks) {
        this.fetched = fetched;
        this.checks = checks;
        for (RuleFile file : fetched.stored()) {
            if (file instanceof RuleFile.Loaded loaded) {
                stored.put(loaded.rule().id(), loaded.origin());
            }
        }
    }

    /**
     * Checks what was fetched.
     *
     * @param before the same of the last time
     */
    static List<CheckedFile> of(FetchedRules fetched, List<CheckedFile> before, EqlLimits limits) {
        CheckedFiles files = new CheckedFiles(fetched, QueryChecks.with(limits, before));
        return LastGood.kept(before, files.all());
    }

    private List<CheckedFile> all() {
        Stream<CheckedFile> ofApi = fetched.stored().parallelStream().map(file -> checked(file, Standing.Source.API));
        Stream<CheckedFile> ofFiles =
                fetched.files().files().parallelStream().map(file -> checked(file, Standing.Source.FILE));
        return Stream.concat(ofApi, ofFiles).toList();
    }

    private CheckedFile checked(RuleFile file, Standing.Source source) {
        if (!(file instanceof RuleFile.Loaded loaded)) {
            return CheckedFile.of(file, checks).with(new Standing(source, false, RuleOverride.NONE));
        }
        RuleOverride override = fetched.overrides().getOrDefault(loaded.rule().id(), RuleOverride.NONE);
        CheckedFile checked = CheckedFile.of(override.over(loaded), checks).with(new Standing(source, false, override));
        boolean wins = source == Standing.Source.API
                || !stored.containsKey(loaded.rule().id());
        return wins ? checked : checked.overridden(loaded);
    }
}
