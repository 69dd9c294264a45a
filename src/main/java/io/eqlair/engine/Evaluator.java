package io.eqlair.engine;

import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import org.jspecify.annotations.Nullable;

/**
 * The half of a session's work that needs no other events: reads events and finds what each matches by itself. Several may
 * work at a time. For one thread, which must not wait for anybody while it has one: there are only a few.
 */
public final class Evaluator implements AutoCloseable {

    private final Workspaces workspaces;
    private final Workspace workspace;
    private final EventReader reader;

    Evaluator(Workspaces workspaces, EventReader reader) {
        this.workspaces = workspaces;
        this.workspace = workspaces.borrow();
        this.reader = reader;
    }

    /** Reads the object that begins at {@code from}; see {@link EventReader#read(Event, byte[], int, int, Envelope)}. */
    public int read(byte[] bytes, int from, int limit, Envelope envelope) {
        return reader.read(workspace.event(), bytes, from, limit, envelope);
    }

    /** Reads one document into an event of its own; see {@link EventReader#read(byte[], Envelope)}. */
    public Event read(byte[] document, Envelope envelope) throws EventRejected {
        return reader.read(document, envelope);
    }

    /** The event that was read last. */
    public Event event() {
        return workspace.event();
    }

    /** What the event that was read last matches, to be handed to the session; null where it matches nothing. */
    public @Nullable Finding evaluate() {
        return workspace.find(workspace.event());
    }

    /** The same for an event of its own. */
    public @Nullable Finding evaluate(Event event) {
        return workspace.find(event);
    }

    @Override
    public void close() {
        workspaces.giveBack(workspace);
    }
}
