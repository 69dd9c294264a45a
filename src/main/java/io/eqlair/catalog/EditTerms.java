package io.eqlair.catalog;

import java.util.Set;

/**
 * On what terms somebody changes a rule.
 *
 * @param actor who it is
 * @param address where the call comes from
 * @param versions if not empty, the rule must be in one of these versions before; {@code *} stands for any
 * @param mustBeNew whether there must be no such rule yet
 * @param dryRun whether nothing is kept, and it is only told what would become of it
 */
public record EditTerms(String actor, String address, Set<String> versions, boolean mustBeNew, boolean dryRun) {

    private static final String ANY = "*";

    public EditTerms {
        versions = Set.copyOf(versions);
    }

    /** Whether a rule may be changed that is in this version before; the empty text stands for a rule that is not there. */
    boolean allow(String version) {
        boolean exists = !version.isEmpty();
        boolean fits = versions.isEmpty() || (exists && (versions.contains(ANY) || versions.contains(version)));
        return fits && !(mustBeNew && exists);
    }
}
