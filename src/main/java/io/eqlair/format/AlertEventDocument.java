package io.eqlair.format;

import io.eqlair.alert.Alert;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** An alert as rules on alerts see it. */
public final class AlertEventDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private AlertEventDocument() {}

    /** The document, in UTF-8. */
    public static byte[] of(Alert alert) {
        return JSON.writeValueAsBytes(alert);
    }
}
