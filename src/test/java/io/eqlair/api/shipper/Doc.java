package io.eqlair.api.shipper;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way.
 *
 * @param id the document's, null where the shipper gives none
 * @param json one line
 */
record Doc(@Nullable String id, String json) {

    private static final int DEEP = 200;

    static Doc good(int number) {
        return new Doc(null, """
            {"@timestamp":"2026-11-22T10:15:00.000Z","event":{"category":"process","type":"start"},\
            "process":{"name":"cat"},"message":"number %d"}""".formatted(number));
    }

    /** JSON, but too deep for an event. */
    static Doc bad() {
        return new Doc(null, "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
    }

    /** Cut off. */
    static Doc broken() {
        return new Doc(null, "{\"event\":{\"category\":");
    }

    Doc withId(String given) {
        return new Doc(given, json);
    }

    /** The member of an action line that names the id, empty without one. */
    String idMember() {
        return id == null ? "" : ",\"_id\":\"" + id + "\"";
    }
}
