package io.eqlair.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What identifies a rule for its whole life, across versions and files: a UUID as text, in lower case. One digit too many
 * at the end is let pass: a rule in the field has such an id, and a new one would cut it off from its alerts.
 */
public record RuleId(String value) {

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12,13}");

    public RuleId {
        if (!TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("rule id must be a UUID in lower case: " + value);
        }
    }

    /** The id that a text spells, in either case; empty when it has not the form 8-4-4-4-12. */
    public static Optional<RuleId> parse(String text) {
        String value = text.toLowerCase(Locale.ROOT);
        return TEXT.matcher(value).matches() ? Optional.of(new RuleId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
