/**
 * Rules and events tried out by themselves: in a test of rules, or over a file of events. Nothing live is touched.
 *
 * <p>{@link io.eqlair.trial.Trial} puts together what the service is made of, in small: an engine with a memory of its own, an
 * intake, and alerts that go to whoever asked for them. It stands above {@code ingest}, because it runs the same intake as the
 * service, so that a trial finds what the service would.
 *
 * <p>Only time is different. A recording has no clock that its events could be ahead of, so each of them moves the stream's time
 * however far it is ahead of ours. And a recording has an end, after which nothing comes: whatever waits for time to pass is
 * decided there, as if nothing had happened for a hundred years.
 *
 * <pre>
 * rule       sequence by host.id with maxspan=1m [process where …] ![file where …]
 * events     10:00:00 process              Trial.take
 *                                          Trial.end: no file until 10:01:00, so there is an alert
 * </pre>
 */
@NullMarked
package io.eqlair.trial;

import org.jspecify.annotations.NullMarked;
