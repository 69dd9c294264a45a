package io.eqlair.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call has changed, or would have.
 *
 * @param dryRun whether nothing was kept
 * @param action {@code created}, {@code replaced}, {@code changed} or {@code removed}
 * @param changed names of the members that are not as they were
 * @param rule as it is now; null where there is none any more
 */
record EditAnswer(
        boolean dryRun,
        String action,
        List<String> changed,
        @Nullable RuleDetail rule) {}
