package io.eqlair.repository;

import io.eqlair.repository.RuleStore.Overlays;
import io.eqlair.rule.RuleFile;
import java.util.List;
import java.util.Map;
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

    /**
     * Reads everything anew.
     *
     * @param before what was fetched the last time
     */
    public FetchedRules fetch(FetchedRules before) {
        SourceStamp stamp = stamp();
        return fetched(before, locations.load(), stamp);
    }

    /** Reads the store anew, and takes the rest as it was fetched before. */
    public FetchedRules fetchStored(FetchedRules before) {
        return fetched(before, before.files(), new SourceStamp(before.stamp().files(), storedStamp()));
    }

    private FetchedRules fetched(FetchedRules before, RuleLoad files, SourceStamp stamp) {
        if (store == null) {
            return new FetchedRules(List.of(), files, Map.of(), stamp);
        }
        Overlays overlays = store.overlays(before.overlays());
        List<RuleFile> stored = Stream.concat(store.load(before.stored()).stream(), overlays.broken().stream())
                .toList();
        return new FetchedRules(stored, files, overlays.byId(), stamp);
    }

    /** How all places look at the moment. */
    public SourceStamp stamp() {
        return new SourceStamp(LocationStamp.of(locations.paths()), storedStamp());
    }

    private LocationStamp storedStamp() {
        return store == null ? LocationStamp.NONE : LocationStamp.of(store.places());
    }
}
