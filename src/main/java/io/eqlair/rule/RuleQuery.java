package io.eqlair.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule asks, and of which events.
 *
 * @param text EQL, as the file has it but with LF line ends; not parsed yet, not blank
 * @param index patterns of the indices whose events the rule sees; empty means all
 * @param eventCategoryOverride the field that holds the event category; null for {@code event.category}
 * @param timestampField the field that orders the events of a sequence; null for {@code @timestamp}
 * @param timestampOverride the field by which the schedule's look-back picks events; null for {@code @timestamp}
 * @param tiebreakerField the field that orders events of the same time; null for {@code event.sequence}
 */
public record RuleQuery(
        String text,
        List<String> index,
        @Nullable String eventCategoryOverride,
        @Nullable String timestampField,
        @Nullable String timestampOverride,
        @Nullable String tiebreakerField) {

    public RuleQuery {
        index = List.copyOf(index);
    }
}
