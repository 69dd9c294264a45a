package io.eqlair.repository;

import io.eqlair.repository.RuleStore.Overrides;
import io.eqlair.rule.RuleFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All places that rules come from: files and directories that people keep, and what was put through the API. */
public final class RuleSources {

    private final RuleLocations locations;
    private final @Nullable RuleStore store;

    private RuleSources(RuleLocations locations, @Nullable RuleStore store) {
        this.locations = locations;
        this.store = store;
    }

    /** Files and directories alone. */
    public static RuleSources of(RuleLocations locations) {
        return new RuleSources(locations, null);
    }

    /** Files and directories, and a store whose rules win over theirs. */
    public static RuleSources of(RuleLocations locations, RuleStore store) {
        return new RuleSources(locations, store);
    }

    /** Reads everything anew. */
    public FetchedRules fetch() {
        LocationStamp before = stamp();
        return fetched(locations.load(), before);
    }

    /** Reads the store anew, and takes the rest as it was fetched before. */
    public FetchedRules fetchStored(FetchedRules before) {
        return fetched(before.files(), before.stamp());
    }

    private FetchedRules fetched(RuleLoad files, LocationStamp stamp) {
        Overrides overrides = store == null ? Overrides.NONE : store.overrides();
        List<RuleFile> stored = store == null
                ? List.of()
                : Stream.concat(store.load().files().stream(), overrides.broken().stream())
                        .toList();
        return new FetchedRules(stored, files, overrides.byId(), stamp);
    }

    /** How the files that people keep look from outside at the moment. */
    public LocationStamp stamp() {
        return LocationStamp.of(locations.paths());
    }
}
