package io.eqlair.shippers;

import io.eqlair.testing.KilledService;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which events have made how many alerts.
 *
 * @param alerts by the message of the event, such as {@code rsyslog 17}
 */
record Delivered(Map<String, Integer> alerts) {

    /** Asks the service for all that it has. */
    static Delivered of(KilledService service) throws IOException, InterruptedException {
        Map<String, Integer> alerts = new TreeMap<>();
        String after = "";
        do {
            String page =
                    service.get("/api/v1/alerts?limit=1000&order=asc" + after).body();
            JsonNode json = JsonMapper.shared().readTree(page);
            json.get("alerts")
                    .forEach(alert ->
                            alerts.merge(alert.at("/events/0/source/message").asString(), 1, Integer::sum));
            after = json.has("next") ? "&after=" + json.get("next").asString() : "";
        } while (!after.isEmpty());
        return new Delivered(alerts);
    }

    /** Those of one shipper. */
    Map<String, Integer> of(String shipper) {
        Map<String, Integer> own = new TreeMap<>(alerts);
        own.keySet().removeIf(message -> !message.startsWith(shipper + " "));
        return own;
    }
}
