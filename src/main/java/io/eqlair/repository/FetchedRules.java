package io.eqlair.repository;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverride;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found at all places.
 *
 * @param stored what was put through the API; it wins over files of the same id
 * @param files what people keep in files and directories
 * @param overrides what was set for rules beside their files
 * @param stamp how the files looked before they were read
 */
public record FetchedRules(
        List<RuleFile> stored, RuleLoad files, Map<RuleId, RuleOverride> overrides, LocationStamp stamp) {

    /** Before anything was fetched. */
    public static final FetchedRules NONE =
            new FetchedRules(List.of(), new RuleLoad(List.of(), List.of()), Map.of(), LocationStamp.NONE);

    public FetchedRules {
        stored = List.copyOf(stored);
        overrides = Map.copyOf(overrides);
    }

    /** The rule of an id that wins, as it is kept, without what was set for it. */
    public Optional<RuleFile.Loaded> find(RuleId id) {
        return Stream.concat(stored.stream(), files.files().stream())
                .filter(RuleFile.Loaded.class::isInstance)
                .map(RuleFile.Loaded.class::cast)
                .filter(file -> file.rule().id().equals(id))
                .findFirst();
    }
}
