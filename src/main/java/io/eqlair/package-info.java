/**
 * Eqlair: EQL detection rules on a live stream of events, as one process.
 *
 * <p>Three storeys, and imports point only downwards: the language ({@code eql} and below: text to a
 * checked query), detection ({@code event} and {@code engine}: checked queries and events to
 * detections) and the service ({@code rule}, {@code alert}, {@code ingest}, {@code trial}, {@code
 * api}, {@code config}, {@code cli}). {@code problem}, the wording of every error that people read, lies under all of them.
 * This package holds nothing but {@code main}.
 */
@NullMarked
package io.eqlair;

import org.jspecify.annotations.NullMarked;
