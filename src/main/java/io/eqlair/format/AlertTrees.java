package io.eqlair.format;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertEvent;
import io.eqlair.eql.value.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An alert whose events have been read, once for all that is written of them.
 *
 * @param present the events that are there, in the order of the alert
 * @param common the fields that all of them share; of a single event all
 */
record AlertTrees(Alert alert, List<Read> present, EventTree common) {

    private static final String TIMESTAMP = "@timestamp";

    /**
     * An event that has been read.
     *
     * @param position which of the alert's events, from 0; those that had to be missing are counted
     */
    record Read(int position, AlertEvent event, EventTree tree) {}

    static AlertTrees of(Alert alert) {
        List<Read> present = new ArrayList<>();
        for (int i = 0; i < alert.events().size(); i++) {
            AlertEvent event = alert.events().get(i);
            if (!event.missing()) {
                present.add(new Read(i, event, EventTree.read(event.source())));
            }
        }
        return new AlertTrees(
                alert,
                present,
                EventTree.common(present.stream().map(Read::tree).toList()));
    }

    /** Whether the rule looks for several events, be it that one of them must be missing. */
    boolean isSequence() {
        return alert.events().size() > 1;
    }

    /** When the first of the events happened, or of those that were suppressed. */
    Instant first() {
        Instant suppressed = alert.suppression() == null
                ? alert.eventTime()
                : alert.suppression().first();
        return Stream.concat(Stream.of(suppressed), present.stream().map(this::time))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** When the last of the events happened, or of those that were suppressed. */
    Instant last() {
        return alert.suppression() == null
                ? alert.eventTime()
                : alert.suppression().last();
    }

    /** An event that does not say when it happened does not say that it was first. */
    Instant time(Read read) {
        String field = alert.definition().rule().query().timestampField();
        String said = read.tree().text(field == null ? TIMESTAMP : field);
        OptionalLong nanos = said == null ? OptionalLong.empty() : Timestamps.parse(said);
        return nanos.isPresent() ? Timestamps.toInstant(nanos.getAsLong()) : alert.eventTime();
    }

    /** What the file of an alert's rule says at a key that means nothing to the service; null where it says nothing. */
    static @Nullable Object inFile(Alert alert, String key) {
        return alert.definition().content().get("rule") instanceof Map<?, ?> table ? table.get(key) : null;
    }
}
