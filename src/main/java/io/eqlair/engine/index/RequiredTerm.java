package io.eqlair.engine.index;

import java.util.BitSet;

/**
 * Predicates of which at least one must be true for a stage to match.
 *
 * @param predicates their numbers
 * @param cost what it costs on average to look at their fields and to ask the stage when one of them is true
 */
record RequiredTerm(BitSet predicates, double cost) {}
