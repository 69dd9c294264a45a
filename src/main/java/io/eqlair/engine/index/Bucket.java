package io.eqlair.engine.index;

import org.jspecify.annotations.Nullable;

/**
 * The stages that are possible for events of one kind.
 *
 * @param slots the fields to look at, for the required terms are about them
 * @param stages by predicate: the stages to be asked when it is true, null where there are none
 * @param always the stages that have no required term
 * @param exact whether every stage in it is meant for the events' index; else that is still to be asked
 */
@SuppressWarnings("ArrayRecordComponent") // read millions of times a second
record Bucket(int[] slots, int[] @Nullable [] stages, int[] always, boolean exact) {}
