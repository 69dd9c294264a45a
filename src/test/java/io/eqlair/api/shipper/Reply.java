package io.eqlair.api.shipper;

import java.net.http.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a shipper is answered. */
record Reply(int status, HttpHeaders headers, String body) {

    private static final int NONE = 0;

    /** An answer that ended before its announced end. */
    static Reply brokenOff() {
        return new Reply(NONE, HttpHeaders.of(Map.of(), (name, value) -> true), "");
    }

    boolean isBrokenOff() {
        return status == NONE;
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** A header, empty where there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The body, null where it is not JSON. */
    @Nullable
    JsonNode json() {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException text) {
            return null;
        }
    }

    /** What stands at a path such as {@code /version/number}, empty where nothing does. */
    String at(String path) {
        JsonNode json = json();
        return json == null ? "" : json.at(path).asString("");
    }
}
