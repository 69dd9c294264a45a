package io.eqlair.benchmark;

import io.eqlair.engine.index.CandidateMatcher;
import io.eqlair.engine.index.RuleIndex;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;

/** Reads events and finds out, by the index, which rules and items each satisfies. */
final class FullMatch implements Contestant {

    private final EventReader reader;
    private final CandidateMatcher matcher;
    private final Event event;
    private long events;
    private long candidates;

    FullMatch(RuleIndex index, EventReader reader) {
        this.reader = reader;
        this.matcher = index.newMatcher(false);
        this.event = reader.newEvent();
    }

    @Override
    public String name() {
        return "full match";
    }

    @Override
    public long take(byte[][] documents, int from, int to) {
        long matches = 0;
        for (int i = from; i < to; i++) {
            byte[] document = documents[i];
            if (reader.read(event, document, 0, document.length, Envelope.NONE) < 0) {
                throw new IllegalStateException("document must be an event: " + i);
            }
            matches += matcher.match(event);
            candidates += matcher.candidates();
        }
        events += to - from;
        return matches;
    }

    /** How many conditions an event was asked, on average. */
    double candidatesPerEvent() {
        return (double) candidates / events;
    }

    @Override
    public Counted counts() {
        return Counted.MATCHES;
    }
}
