package io.eqlair.eql.ast;

/** What the right side of a pattern match is written in. */
public enum PatternKind {
    /** {@code *} and {@code ?}, no escapes. */
    WILDCARD,
    /** A regular expression that the whole value must match. */
    REGEX
}
