package io.eqlair.api.preview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * How a request to test rules looks, for the API's document; {@link RuleTestReader} reads it.
 *
 * @param rules each as the text of a TOML file, or as a JSON object; this or the ids must be there
 * @param ruleIds of rules that are loaded
 * @param events JSON objects, at most as many as a request may carry
 * @param index of the events that name none: decides which rules see them
 */
@Schema(name = "RuleTestRequest")
record RuleTestBody(
        List<Object> rules,
        List<String> ruleIds,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Map<String, Object>> events,
        String index) {}
