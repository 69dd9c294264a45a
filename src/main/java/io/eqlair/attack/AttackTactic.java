package io.eqlair.attack;

import java.util.Locale;

/**
 * A column of the matrix.
 *
 * @param id for example {@code TA0002}
 * @param shortName how layers of the Navigator call it, for example {@code lateral-movement}
 * @param name for example {@code Lateral Movement}
 */
public record AttackTactic(String id, String shortName, String name) {

    /** The short name of a tactic that is known by its name only: all of them are made in this way. */
    static String shortName(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** For people: {@code TA0002 Execution}. */
    String text() {
        return id + " " + name;
    }
}
