package io.eqlair.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * How a search request looks, for the API's document; {@link SearchRequestReader} reads it.
 *
 * @param query EQL
 * @param events JSON objects, at most as many as a request may carry
 * @param size how many results are answered, at most
 * @param resultPosition which results are answered where there are more: the newest or the oldest
 */
@Schema(name = "SearchRequest")
record SearchBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String query,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Map<String, Object>> events,
        @Schema(defaultValue = "event.category") String eventCategoryField,
        @Schema(defaultValue = "@timestamp") String timestampField,
        @Schema(defaultValue = "event.sequence") String tiebreakerField,
        @Schema(defaultValue = "10", minimum = "0") int size,

        @Schema(
                defaultValue = "tail",
                allowableValues = {"tail", "head"})
        String resultPosition,

        @Schema(defaultValue = "1", minimum = "1") int maxSamplesPerKey) {}
