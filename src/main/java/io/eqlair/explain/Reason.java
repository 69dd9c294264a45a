package io.eqlair.explain;

import java.util.Locale;

/** Why a part of a condition does not hold. */
public enum Reason {
    /** A field it needs has no value. */
    ABSENT,
    /** The values are of another type than what they are compared with: a number, no address, no time. */
    TYPE,
    /** It would hold if case were ignored. */
    CASE_DIFFERS,
    /** None of the patterns, networks or members of the list fits. */
    PATTERN,
    /** There is another value than the one that is wanted. */
    VALUE,
    /** What it denies holds. */
    NEGATED,
    /** Whatever the event, it holds; the only reason for something that does. */
    ALWAYS_TRUE,
    /** No event makes it hold. */
    NEVER_TRUE,
    /** The event's category is another. */
    NOT_THIS_CATEGORY,
    /** The rule is not shown events of this index. */
    EXCLUDED_BY_INDEX_PATTERN;

    /** The words in answers: {@code case differs}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
