package io.eqlair.catalog;

import io.eqlair.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference between the active rules of two catalogs, by their ids, each list in the order of the files.
 *
 * @param added active now, and were not before
 * @param changed active before and now, with another content
 * @param removed active before, and are not now
 */
public record RuleChanges(List<String> added, List<String> changed, List<String> removed) {

    /** Nothing has changed. */
    static final RuleChanges NONE = new RuleChanges(List.of(), List.of(), List.of());

    public RuleChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    static RuleChanges between(List<RuleEntry> before, List<RuleEntry> after) {
        Map<String, String> old = hashes(before);
        Map<String, String> now = hashes(after);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String id : ids(after)) {
            String hash = old.get(id);
            if (hash == null) {
                added.add(id);
            } else if (!hash.equals(now.get(id))) {
                changed.add(id);
            }
        }
        List<String> removed =
                ids(before).stream().filter(id -> !now.containsKey(id)).toList();
        return new RuleChanges(added, changed, removed);
    }

    private static List<String> ids(List<RuleEntry> entries) {
        return active(entries).stream().map(rule -> rule.id().value()).toList();
    }

    private static Map<String, String> hashes(List<RuleEntry> entries) {
        Map<String, String> hashes = new HashMap<>();
        active(entries).forEach(rule -> hashes.put(rule.id().value(), rule.contentHash()));
        return hashes;
    }

    private static List<Rule> active(List<RuleEntry> entries) {
        List<Rule> rules = new ArrayList<>();
        for (RuleEntry entry : entries) {
            if (entry.state() == RuleState.ACTIVE && entry.rule() != null) {
                rules.add(entry.rule());
            }
        }
        return rules;
    }
}
