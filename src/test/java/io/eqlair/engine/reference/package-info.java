/**
 * A second opinion on sequences and samples: {@link io.eqlair.engine.reference.ReferenceSearch} finds in a finished list
 * of events what the streaming engine has to find while they arrive. It is written for being obviously right, at
 * whatever cost, and shares with the engine only the matching of single events.
 *
 * <p>{@link io.eqlair.engine.reference.SequenceCases} makes queries and events by chance, and the property tests let
 * both answer. Cases that people have worked out by hand lie in {@code src/test/resources/eql/sequences}.
 */
@NullMarked
package io.eqlair.engine.reference;

import org.jspecify.annotations.NullMarked;
