package io.eqlair.benchmark;

import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;

/** Reads the fields that rules read, into one event, and asks nothing. */
final class ReadOnly implements Contestant {

    private final EventReader reader;
    private final Event event;

    ReadOnly(EventReader reader) {
        this.reader = reader;
        this.event = reader.newEvent();
    }

    @Override
    public String name() {
        return "read only";
    }

    @Override
    public long take(byte[][] documents, int from, int to) {
        long read = 0;
        for (int i = from; i < to; i++) {
            byte[] document = documents[i];
            read += reader.read(event, document, 0, document.length, Envelope.NONE) > 0 ? 1 : 0;
        }
        return read;
    }

    @Override
    public Counted counts() {
        return Counted.EVENTS;
    }
}
