/**
 * Bodies in, events to the engine, alerts out.
 *
 * <p>The way of a body:
 *
 * <pre>
 * Body --unpacked, bounded--> DocumentSplitter --document--> Batch --Event--> engine --Detection--> Alerting --> Alert
 *                                                              |
 *                                                              '-- what cannot be read: EventError
 * </pre>
 *
 * <p>{@code DocumentSplitter} cuts it while it streams in, holding one document at a time. Shapes are told apart by content:
 *
 * <pre>
 * {…}                  one event, over as many lines as it likes
 * [{…}, {…}]           an array
 * {"events": [{…}]}    an array in an envelope
 * {…}\n{…}\n           NDJSON: one event a line; blank lines and CR are nothing
 * </pre>
 *
 * <p>It looks only at the outline: brackets, quotes, commas, colons. Whether a document is JSON is for the {@link
 * io.eqlair.event.EventReader} to say, so that a bad one is refused alone and its neighbours still run. {@code
 * ObjectCutter} tells how it finds the end of what is broken. What is wrong with the body as a whole is a {@link
 * io.eqlair.ingest.BodyRejected}; the events before the trouble have been evaluated then.
 */
@NullMarked
package io.eqlair.ingest;

import org.jspecify.annotations.NullMarked;
