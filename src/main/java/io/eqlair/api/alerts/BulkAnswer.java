package io.eqlair.api.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of several alerts.
 *
 * @param updated how many are different now
 * @param unchanged how many were so already
 * @param missing the ids that no alert has
 * @param partial there only if true: the call ended at a limit, and more alerts may fit the filter
 * @param next there only then: give it back as {@code after}
 */
record BulkAnswer(
        int updated,
        int unchanged,
        List<String> missing,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}
