/**
 * Bodies in, events to the engine, alerts out.
 *
 * <p>The way of a body:
 *
 * <pre>
 * Body --unpacked, bounded--> ByteWindow <--looks-- DocumentSplitter --document--> Evaluation --Finding--> Batch --Detection--> Alerting
 *                                                                                     |                      |
 *                                                             alone: reads it,        |   in order: shows it |   what cannot be read:
 *                                                             asks what it matches ---'   to rules that -----'-- EventError
 *                                                                                         remember others
 * </pre>
 *
 * <p>{@code DocumentSplitter} cuts it while it streams in. Shapes are told apart by content:
 *
 * <pre>
 * {…}                  one event, over as many lines as it likes
 * [{…}, {…}]           an array
 * {"events": [{…}]}    an array in an envelope
 * {…}\n{…}\n           NDJSON: one event a line; blank lines and CR are nothing
 * </pre>
 *
 * <p>Most documents are JSON. So the splitter does not look for their ends, but lets the {@link io.eqlair.event.EventReader} read from
 * where one begins, in the window and without a copy: if it can, that is the end. Only what it cannot read, or what has something
 * behind it on its line, is cut byte by byte, by its outline: brackets, quotes, commas, colons. Then a bad document is refused alone
 * and its neighbours still run; {@code ObjectCutter} tells how the end of what is broken is found. What is wrong with the body as a
 * whole is a {@link io.eqlair.ingest.body.BodyRejected}; the events before the trouble have been evaluated then.
 *
 * <p><b>On several cores.</b> What an event matches by itself needs no other event, and that is nearly all the work. A body of lines
 * that is larger than a window is therefore cut into chunks, before lines that begin with <code>{</code>. The request's thread reads
 * them and hands each to one of the {@code EvaluationThreads}, or evaluates it itself while all of them are busy. Then it tells what
 * came of them in their order, so that all that depends on order is as it would be with one thread:
 *
 * <pre>
 * request's thread   read 1   read 2   read 3   evaluate 3   tell 1   read 4   tell 2   tell 3 …
 * evaluation-1                evaluate 1 -----------|        evaluate 4 …
 * evaluation-2                         evaluate 2 -----------|
 *
 * tell: Batch.show(timestamp, finding) for each event: sequences, alerts, counts, limits
 * </pre>
 *
 * <p>Each chunk is split like a body of its own. Whether a line that begins with <code>{</code> is a document of its own shows only
 * when the one before has ended, so a chunk that does not end where a document does is told as far as its last document; the bytes
 * behind that, and those of all later chunks, are put back and read one by one, for a while. That happens where documents span lines,
 * or are broken. {@code ParallelRunPropertyTest} compares the two ways. Small bodies, arrays and envelopes have one thread.
 *
 * <p>A request has a few chunks under way at most, and none of the engine's evaluators while it waits for the network
 * or for the store.
 */
@NullMarked
package io.eqlair.ingest;

import org.jspecify.annotations.NullMarked;
