package io.eqlair.engine.index.field;

import io.eqlair.eql.value.Values;

/** What the pieces of patterns are made of, as numbers: a unit, a unit in all its cases, any unit. */
final class Tokens {

    static final int ANY = 2 << Character.SIZE;
    static final int NONE = -1;

    private static final int FOLDED = 1 << Character.SIZE;

    private Tokens() {}

    /** A unit of a pattern; one that has no cases is the same token whether case is ignored or not. */
    static int unit(char unit, boolean ignoreCase) {
        char folded = Values.fold(unit);
        return ignoreCase && CaseFolds.hasCases(folded) ? FOLDED | folded : unit;
    }

    static boolean isUnit(int token) {
        return token < ANY;
    }

    static boolean isFolded(int token) {
        return (token & FOLDED) != 0 && isUnit(token);
    }

    /** The unit, folded if the token is. */
    static char unit(int token) {
        return (char) token;
    }
}
