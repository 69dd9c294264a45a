package io.eqlair.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is if the rule is right, mildest first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The severity as rules and alerts write it, for example {@code medium}; empty when there is no such one. */
    public static Optional<Severity> parse(String text) {
        return Arrays.stream(values())
                .filter(severity -> severity.text().equals(text))
                .findFirst();
    }

    /** The word in rules and alerts: the name in lower case. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
