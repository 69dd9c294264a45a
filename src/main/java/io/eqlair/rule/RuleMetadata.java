package io.eqlair.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the file says about itself. Nothing here decides whether the rule runs: one whose maturity is {@code deprecated}
 * is loaded like any other. Dates and versions are kept as written, null where absent.
 *
 * @param creationDate usually {@code yyyy/MM/dd}
 * @param integration names of the integrations that produce the rule's events
 * @param minStackVersion first version of the Elastic stack that has what the rule needs
 * @param minStackComments why that version
 */
public record RuleMetadata(
        @Nullable String creationDate,
        @Nullable String updatedDate,
        @Nullable String deprecationDate,
        @Nullable String maturity,
        List<String> integration,
        @Nullable String minStackVersion,
        @Nullable String minStackComments) {

    public RuleMetadata {
        integration = List.copyOf(integration);
    }
}
