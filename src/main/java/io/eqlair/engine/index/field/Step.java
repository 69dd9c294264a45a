package io.eqlair.engine.index.field;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a piece of a pattern does where it is found: it opens a gate for the next piece, or, as the last of a pattern without
 * a star at the end, it is an end. Gates and ends are numbered each for themselves.
 *
 * @param before the gate that must have been open where the piece began
 * @param length of the piece
 * @param ids of the predicates that hold then; for an end, if it is also the end of the text
 */
record Step(int number, int before, int length, Set<Integer> ids) {

    Step(int number, int before, int length) {
        this(number, before, length, new TreeSet<>());
    }
}
