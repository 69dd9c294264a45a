package io.eqlair.event;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields say what an event is, rather than what happened.
 *
 * @param timestamp when it happened
 * @param tiebreaker orders events of the same timestamp
 * @param category what {@code process} in {@code process where …} is compared with
 */
public record EventRoles(String timestamp, String tiebreaker, String category) {

    /** The fields of the Elastic Common Schema. */
    public static final EventRoles ECS = new EventRoles("@timestamp", "event.sequence", "event.category");

    static final String ID = "event.id";
    static final String STREAM_TYPE = "data_stream.type";
    static final String STREAM_DATASET = "data_stream.dataset";
    static final String STREAM_NAMESPACE = "data_stream.namespace";

    /** A table of the given fields and those that the reader itself needs. */
    public FieldTable table(Set<String> fields) {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(Set.of(timestamp, tiebreaker, category, ID, STREAM_TYPE, STREAM_DATASET, STREAM_NAMESPACE));
        return FieldTable.of(all);
    }
}
