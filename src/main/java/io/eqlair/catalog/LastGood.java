package io.eqlair.catalog;

import io.eqlair.rule.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps running what ran before, where a file or a whole place is not in order any more: a slip in an editor, or a share that
 * is not mounted, must not end detection in silence. What was removed is removed.
 *
 * <pre>
 * before            now                       becomes
 * a.toml  active    a.toml  rejected          a.toml  active, stale: the version from before, and what is wrong with this one
 * b.toml  active    (not there)               (not there)
 * rules/  missing                             rules/  rejected, and all that was active below it, stale
 * </pre>
 */
final class LastGood {

    private final Map<String, CheckedFile> before = new HashMap<>();
    private final Set<RuleId> taken = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    private LastGood(List<CheckedFile> before, List<CheckedFile> now) {
        for (CheckedFile file : before) {
            if (file.active() != null) {
                this.before.put(file.entry().origin(), file);
            }
        }
        for (CheckedFile file : now) {
            if (file.entry().file() != null && file.entry().state() != RuleState.REJECTED) {
                taken.add(file.entry().file().rule().id());
                read.add(file.entry().origin());
            }
        }
    }

    /** What was found now, with what ran before in place of what is no longer in order. */
    static List<CheckedFile> kept(List<CheckedFile> before, List<CheckedFile> now) {
        LastGood lastGood = new LastGood(before, now);
        List<CheckedFile> kept = new ArrayList<>();
        now.forEach(file -> lastGood.keep(file, kept));
        return kept;
    }

    private void keep(CheckedFile file, List<CheckedFile> kept) {
        String origin = file.entry().origin();
        if (file.entry().state() != RuleState.REJECTED) {
            kept.add(file);
            return;
        }
        CheckedFile last = before.get(origin);
        if (last != null && take(last)) {
            kept.add(last.stale(file.entry().problems()));
            return;
        }
        kept.add(file);
        before.values().stream()
                .filter(one -> isBelow(one.entry().origin(), origin))
                .sorted((one, other) ->
                        one.entry().origin().compareTo(other.entry().origin()))
                .filter(this::take)
                .forEach(one -> kept.add(one.stale(file.entry().problems())));
    }

    /** Whether a rule can go on: unless it was read anew, or another with its id was. */
    private boolean take(CheckedFile file) {
        return file.active() != null
                && !read.contains(file.entry().origin())
                && taken.add(file.active().file().rule().id());
    }

    private static boolean isBelow(String origin, String place) {
        return origin.length() > place.length()
                && origin.startsWith(place)
                && (place.endsWith("/") || "/\\!:".indexOf(origin.charAt(place.length())) >= 0);
    }
}
