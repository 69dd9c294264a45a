/**
 * Sends alerts on, to a {@link io.eqlair.sink.FileSink file}, a {@link io.eqlair.sink.WebhookSink webhook}, an {@link
 * io.eqlair.sink.BulkSink index}: each at least once, in the order in which they were stored.
 *
 * <p>Alerts have numbers that grow in the order in which they become visible, so the table of alerts is the queue itself: all that
 * is kept of a {@link io.eqlair.sink.RunningSink sink} is its position, the number up to which it is done, and what it gave up. A
 * {@link io.eqlair.sink.Courier} for each reads what comes after the position in pages ({@link io.eqlair.sink.Round}), hands it
 * over, and moves the position. It is kept once in a while, and so the last second may come again after a crash, with the same ids.
 *
 * <pre>
 * alerts   … 41 42 44 45 46     43 was taken by a transaction that used it for nothing
 * siem     position 46          nothing waits
 * chat     position 42, attempts 3, dead letter 41      44 failed three times, 45 and 46 wait behind it
 * </pre>
 */
@NullMarked
package io.eqlair.sink;

import org.jspecify.annotations.NullMarked;
