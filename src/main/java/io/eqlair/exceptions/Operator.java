package io.eqlair.exceptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an entry asks of its field. Each has a twin that asks the opposite: true for all events that the other is false for. */
public enum Operator {
    IS(Takes.ONE, false),
    IS_NOT(Takes.ONE, true),
    IS_ONE_OF(Takes.SEVERAL, false),
    IS_NOT_ONE_OF(Takes.SEVERAL, true),
    EXISTS(Takes.NOTHING, false),
    DOES_NOT_EXIST(Takes.NOTHING, true),
    MATCHES(Takes.PATTERNS, false),
    DOES_NOT_MATCH(Takes.PATTERNS, true),
    IN_CIDR(Takes.NETWORKS, false),
    NOT_IN_CIDR(Takes.NETWORKS, true),
    IN_LIST(Takes.LIST, false),
    NOT_IN_LIST(Takes.LIST, true);

    /** What stands in {@code value}. */
    enum Takes {
        /** Nothing may stand there. */
        NOTHING,
        /** A string, a number or a boolean. */
        ONE,
        /** A list of these. */
        SEVERAL,
        /** A string with {@code *} and {@code ?}, or a list of them. */
        PATTERNS,
        /** A network in CIDR notation or an address, or a list of them. */
        NETWORKS,
        /** The id of a value list. */
        LIST
    }

    private final Takes takes;
    private final boolean negated;

    Operator(Takes takes, boolean negated) {
        this.takes = takes;
        this.negated = negated;
    }

    Takes takes() {
        return takes;
    }

    /** Whether it is the twin that asks the opposite. */
    public boolean isNegated() {
        return negated;
    }

    /** As it is written in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> parse(String text) {
        return Arrays.stream(values())
                .filter(operator -> operator.text().equals(text))
                .findFirst();
    }

    /** All of them, for messages. */
    static String all() {
        return Arrays.stream(values())
                .map(operator -> "`" + operator.text() + "`")
                .collect(Collectors.joining(", "));
    }
}
