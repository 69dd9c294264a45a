package io.eqlair.rule;

import java.util.List;

/**
 * What people read about a rule; an absent text is the empty one. Markdown in {@code note} and {@code setup}.
 *
 * @param description what the rule finds
 * @param author who wrote it
 * @param license under which it may be used
 * @param tags labels such as {@code OS: Linux}
 * @param references addresses of pages on the subject
 * @param falsePositives harmless things that match
 * @param note the investigation guide
 * @param setup what has to be in place for the rule's events to arrive
 */
public record RuleText(
        String description,
        List<String> author,
        String license,
        List<String> tags,
        List<String> references,
        List<String> falsePositives,
        String note,
        String setup) {

    public RuleText {
        author = List.copyOf(author);
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
    }
}
