package io.eqlair.api.alerts;

import io.eqlair.alert.Triage;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a change of an alert looks, for the API's document; {@link TriageReader} reads it. What is left out stays as it is, null takes a
 * value away.
 *
 * @param assignee at most 256 characters
 * @param note at most 10,000 characters
 */
@Schema(name = "AlertChange")
record TriageBody(
        Triage.@Nullable Status status,
        Triage.@Nullable Disposition disposition,
        @Nullable String assignee,
        @Nullable String note) {}
