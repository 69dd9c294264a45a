package io.eqlair.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call.
 *
 * @param id of the key, or what a token calls its subject; null for {@link #ANONYMOUS}
 * @param name as it is noted down beside what was changed
 * @param roles with all that they imply
 * @param rateLimit events in a second; null where the setting for all keys holds
 */
public record Caller(
        @Nullable String id,
        String name,
        Set<Role> roles,
        @Nullable Integer rateLimit) {

    /** Everybody, while there are no keys. No key has this name. */
    public static final Caller ANONYMOUS = new Caller(null, "anonymous", Set.of(Role.ADMIN), null);

    public Caller {
        roles = Set.copyOf(Role.implied(roles));
    }

    public boolean isAnonymous() {
        return id == null;
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }
}
