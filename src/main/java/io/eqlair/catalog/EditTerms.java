package io.eqlair.catalog;

import java.util.Set;

/**
 * On what terms somebody changes a rule, or an exception.
 *
 * @param actor who it is
 * @param address where the call comes from
 * @param versions if there are any, the rule must be in one of them before; {@code *} stands for any, and the empty text for
 *     none that there is
 * @param otherThan the rule must be in none of these versions before; {@code *} stands for any, so that there must be no such
 *     rule yet
 * @param dryRun whether nothing is kept, and it is only told what would become of it
 */
public record EditTerms(String actor, String address, Set<String> versions, Set<String> otherThan, boolean dryRun) {

    private static final String ANY = "*";

    public EditTerms {
        versions = Set.copyOf(versions);
        otherThan = Set.copyOf(otherThan);
    }

    /** Whether a rule may be changed that is in this version before; the empty text stands for a rule that is not there. */
    public boolean allow(String version) {
        boolean exists = !version.isEmpty();
        return (versions.isEmpty() || (exists && names(versions, version))) && !(exists && names(otherThan, version));
    }

    private static boolean names(Set<String> versions, String version) {
        return versions.contains(ANY) || versions.contains(version);
    }
}
