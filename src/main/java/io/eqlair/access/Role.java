package io.eqlair.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller may do. */
public enum Role {
    /** Send events. */
    INGEST,
    /** See alerts, rules and figures; try queries and rules. */
    READ,
    /** Change rules, exceptions and lists, and judge alerts. Whoever may change them may see them. */
    OPERATE,
    /** Everything, keys among it. */
    ADMIN;

    /** All of them, as {@code ingest, read, operate, admin}. */
    public static final String NAMES = "`ingest`, `read`, `operate` or `admin`";

    /** The role by its name on the wire. */
    public static Optional<Role> named(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    /** Its name on the wire. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles and what they imply. */
    static Set<Role> implied(Set<Role> roles) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        if (all.contains(ADMIN)) {
            return EnumSet.allOf(Role.class);
        }
        if (all.contains(OPERATE)) {
            all.add(READ);
        }
        return all;
    }
}
