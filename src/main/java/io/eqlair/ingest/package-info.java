/**
 * Bodies in, events to the engine, alerts out.
 *
 * <p>{@link io.eqlair.ingest.DocumentSplitter} cuts a body into documents while it streams in, told apart by content:
 *
 * <pre>
 * {…}                  one event, over as many lines as it likes
 * [{…}, {…}]           an array
 * {"events": [{…}]}    an array in an envelope
 * {…}\n{…}\n           NDJSON: one event a line; blank lines and CR are nothing
 * </pre>
 *
 * <p>It looks only at brackets and quotes. Whether a document is JSON is for the {@link io.eqlair.event.EventReader} to
 * say, so that a bad one is refused alone and its neighbours still run: a line that breaks off ends at its line's end.
 */
@NullMarked
package io.eqlair.ingest;

import org.jspecify.annotations.NullMarked;
