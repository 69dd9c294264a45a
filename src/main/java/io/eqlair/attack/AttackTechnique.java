package io.eqlair.attack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A technique or a sub-technique of the table, by what became of it. */
public sealed interface AttackTechnique {

    /** For example {@code T1059}; of a sub-technique {@code T1059.004}. */
    String id();

    String name();

    /** The id of the technique that a sub-technique belongs to; null for a technique. */
    default @Nullable String parent() {
        return parent(id());
    }

    static @Nullable String parent(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? null : id.substring(0, dot);
    }

    /** For people: {@code T1059.004 Unix Shell}. */
    default String text() {
        return id() + " " + name();
    }

    /**
     * One that is in use.
     *
     * @param tactics ids of the tactics that it serves, in the order of the matrix; never empty
     */
    record Current(String id, String name, List<String> tactics) implements AttackTechnique {
        public Current {
            tactics = List.copyOf(tactics);
        }
    }

    /**
     * One that was merged into another.
     *
     * @param name what it was called
     * @param replacedBy the id of the other, which is in use
     */
    record Revoked(String id, String name, String replacedBy) implements AttackTechnique {}

    /**
     * One that was given up, without another in its place: ATT&amp;CK calls it deprecated.
     *
     * @param name what it was called
     */
    record Obsolete(String id, String name) implements AttackTechnique {}
}
