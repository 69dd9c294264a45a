/**
 * Pending sequences and samples: by rule, by join key, in the order of events.
 *
 * <p>An event's way: {@link io.eqlair.engine.sequence.ItemTable} says which items of the query it matches and for which
 * {@link io.eqlair.engine.sequence.JoinKey}s; {@link io.eqlair.engine.sequence.SequenceMatcher} hands it to the shard of
 * each key; the key's state takes it, and what it completes comes back at once.
 *
 * <pre>
 * sequence by user.id with maxspan=1m [authentication where …] [process where …]        (lateness 30 s, newest 12:00:50)
 *
 * shard 3   "ann" → settled [e1 12:00:05]      log: e7 12:00:31 → []          e1 e7 was reported
 *           "bob" →                            log: e9 12:00:40 → [e9]
 * shard 9   "eve" → settled [e2 12:00:02]                                     forgotten once the watermark passes 12:01:02
 * </pre>
 *
 * <p>{@code Machine} is the language's state machine, pure and small; {@code SequenceKeyState} keeps what the allowed
 * lateness needs to put a late event in its place; {@code MissingKeyState} waits for the watermark before it says that
 * something did not happen; {@code SampleKeyState} looks for different events in a window. {@link
 * io.eqlair.engine.sequence.StreamTime} is the watermark, {@link io.eqlair.engine.sequence.StateBudget} bounds it all.
 */
@NullMarked
package io.eqlair.engine.sequence;

import org.jspecify.annotations.NullMarked;
