package io.eqlair.sink;

import io.eqlair.store.CommitSignal;
import io.eqlair.store.DeadLetters;
import io.eqlair.store.Outbox;
import io.eqlair.store.SinkPositions;

/**
 * What sinks need of the store.
 *
 * @param signal says when there are new alerts
 */
public record SinkStore(Outbox outbox, SinkPositions positions, DeadLetters letters, CommitSignal signal) {}
