package io.eqlair.repository;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverlay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found at all places.
 *
 * @param stored what was put through the API; it wins over files of the same id
 * @param files what people keep in files and directories
 * @param overlays what was set for rules beside their files
 * @param stamp how all looked before it was read
 */
public record FetchedRules(
        List<RuleFile> stored, RuleLoad files, Map<RuleId, RuleOverlay> overlays, SourceStamp stamp) {

    /** Before anything was fetched. */
    public static final FetchedRules NONE =
            new FetchedRules(List.of(), new RuleLoad(List.of(), List.of()), Map.of(), SourceStamp.NONE);

    public FetchedRules {
        stored = List.copyOf(stored);
        overlays = Map.copyOf(overlays);
    }

    /** The rule of an id as it is in a file. */
    public Optional<RuleFile.Loaded> find(RuleId id) {
        return files.files().stream()
                .filter(RuleFile.Loaded.class::isInstance)
                .map(RuleFile.Loaded.class::cast)
                .filter(file -> file.rule().id().equals(id))
                .findFirst();
    }
}
