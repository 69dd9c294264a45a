package io.eqlair.exceptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the values of a value list are. */
public enum ListType {
    /** Texts, compared exactly. */
    KEYWORD,
    /** Addresses. */
    IP,
    /** Networks ({@code 10.0.0.0/8}) and ranges ({@code 10.0.0.1-10.0.0.9}), both ends included. */
    IP_RANGE;

    /** As it is written in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that a text names. */
    public static Optional<ListType> parse(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }
}
