package io.eqlair.api.alerts;

import io.eqlair.alert.Triage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a change of several alerts looks, for the API's document; {@link TriageReader} reads it.
 *
 * @param ids of the alerts, at most 1,000; not with {@code filter}
 * @param filter the parameters of the list, by their names: a text or a list of some each
 * @param after {@code next} of the answer before, where that was partial; with {@code filter} only
 */
@Schema(name = "AlertChanges")
record BulkBody(
        @Nullable List<String> ids,

        @Schema(
                type = "object",
                example = "{\"rule\": \"adb961e0-cb74-42a0-af9e-29fc41f88f5f\", \"status\": [\"open\"]}")
        @Nullable
        Map<String, Object> filter,

        @Nullable String after,
        Triage.@Nullable Status status,
        Triage.@Nullable Disposition disposition,
        @Nullable String assignee,
        @Nullable String note) {}
