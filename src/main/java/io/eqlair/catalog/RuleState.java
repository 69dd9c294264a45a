package io.eqlair.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a rule file; every file ends in one of these. */
public enum RuleState {
    /** Events are shown to it. */
    ACTIVE,
    /** In order, and switched off in its file, or stopped because of what it costs. */
    DISABLED,
    /** Something in the file is wrong. */
    REJECTED,
    /** In order, and of a kind that is not run here. */
    UNSUPPORTED;

    /** The state that a text spells; empty when there is no such one. */
    public static Optional<RuleState> parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst();
    }

    /** The word in answers and metrics: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
