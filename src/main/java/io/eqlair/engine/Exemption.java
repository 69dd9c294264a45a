package io.eqlair.engine;

import io.eqlair.event.Envelope;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.FieldTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An exception to a rule, as the engine needs it; what Java calls an exception is something else.
 *
 * @param step the item of a sequence or sample that an exempt event does not count as, from 0 as the items are written, missing
 *     ones included; null where it counts as none
 * @param expiresAt from when on it exempts nothing; null for never
 * @param hits counts what it exempts
 */
public record Exemption(
        String id, @Nullable Integer step, @Nullable Instant expiresAt, ExemptCondition condition, ExemptionHits hits) {

    /**
     * Whether it is about an event, be it over or not. Nothing is counted.
     *
     * @param document the event as it came
     * @throws EventRejected when that is none
     */
    public boolean isAbout(byte[] document, EngineSettings settings, InstantSource clock) throws EventRejected {
        FieldTable table = settings.roles().table(fields());
        EventReader reader = new EventReader(table, settings.roles(), settings.limits(), clock, () -> 0);
        return condition.compile(table).matches(reader.read(document, Envelope.NONE));
    }

    /** The fields that it reads. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        condition.collectFields(fields);
        return fields;
    }
}
