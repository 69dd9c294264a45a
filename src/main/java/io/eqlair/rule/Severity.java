package io.eqlair.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is if the rule is right, mildest first. */
public enum Severity {
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final int level;

    Severity(int level) {
        this.level = level;
    }

    /** A number that is higher the worse it is, from 1. */
    public int level() {
        return level;
    }

    /** The severity with a number. */
    public static Severity ofLevel(int level) {
        return Arrays.stream(values())
                .filter(severity -> severity.level == level)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no severity has the level " + level));
    }

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
