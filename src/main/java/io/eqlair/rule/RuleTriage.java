package io.eqlair.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people in Kibana have at hand when there is an alert; kept for display.
 *
 * @param investigationFields the fields to look at first
 * @param exceptionLists lists of exceptions. What is in them is said elsewhere: exceptions name the list
 * @param timelineId the template of the timeline in which alerts are looked into; null where there is none
 * @param timelineTitle its title
 */
public record RuleTriage(
        List<String> investigationFields,
        List<ExceptionList> exceptionLists,
        @Nullable String timelineId,
        @Nullable String timelineTitle) {

    public RuleTriage {
        investigationFields = List.copyOf(investigationFields);
        exceptionLists = List.copyOf(exceptionLists);
    }

    /**
     * A list of exceptions, as Kibana has them.
     *
     * @param listId what people know it by
     * @param id Kibana's own; null where the file has none
     * @param type for example {@code detection} or {@code rule_default}
     * @param namespaceType {@code single} or {@code agnostic}
     */
    public record ExceptionList(
            String listId,
            @Nullable String id,
            @Nullable String type,
            @Nullable String namespaceType) {}
}
