package io.eqlair.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be in place for the rule to find anything, as its author says; kept for display.
 *
 * @param relatedIntegrations where its events come from
 * @param requiredFields what its events carry
 */
public record RuleNeeds(List<RelatedIntegration> relatedIntegrations, List<RequiredField> requiredFields) {

    public RuleNeeds {
        relatedIntegrations = List.copyOf(relatedIntegrations);
        requiredFields = List.copyOf(requiredFields);
    }

    /**
     * A source of events.
     *
     * @param packageName for example {@code endpoint}; {@code package} in the file
     * @param version which versions of it, for example {@code ^8.2.0}; null where the file names none
     * @param integration the part of the package; null for all of it
     */
    public record RelatedIntegration(
            String packageName,
            @Nullable String version,
            @Nullable String integration) {}

    /**
     * A field that the rule's query reads.
     *
     * @param name for example {@code process.name}
     * @param type of its values in Elasticsearch, for example {@code keyword}
     * @param ecs whether the Elastic Common Schema has it; null where the file does not say
     */
    public record RequiredField(
            String name, String type, @Nullable Boolean ecs) {}
}
