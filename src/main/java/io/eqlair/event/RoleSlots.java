package io.eqlair.event;

/**
 * Where the fields stand that say what an event is. A search hit's own index and identity are no fields of the document; they have
 * the two slots behind those of the table.
 */
record RoleSlots(
        int timestamp,
        int tiebreaker,
        int id,
        int streamType,
        int streamDataset,
        int streamNamespace,
        int hitIndex,
        int hitId) {

    static RoleSlots of(FieldTable table, EventRoles roles) {
        return new RoleSlots(
                table.slot(roles.timestamp()),
                table.slot(roles.tiebreaker()),
                table.slot(EventRoles.ID),
                table.slot(EventRoles.STREAM_TYPE),
                table.slot(EventRoles.STREAM_DATASET),
                table.slot(EventRoles.STREAM_NAMESPACE),
                table.size(),
                table.size() + 1);
    }

    /** For a table of so many fields, of which none has a role. */
    static RoleSlots none(int fields) {
        return new RoleSlots(fields, fields, fields, fields, fields, fields, fields, fields + 1);
    }

    /** How many slots there are in all. */
    int count() {
        return hitId + 1;
    }
}
