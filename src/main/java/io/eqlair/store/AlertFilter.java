package io.eqlair.store;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted: those that fit all that is said.
 *
 * @param terms the values of which one must fit, for each term that matters
 * @param eventTime when it happened
 * @param detectedAt when the rule matched
 * @param text what the reason must contain, in either case; null for anything
 * @param fields the values of which one event at least must have one, as text, by the fields' dotted paths
 */
public record AlertFilter(
        Map<Term, Set<String>> terms,
        TimeRange eventTime,
        TimeRange detectedAt,
        BuildingBlocks buildingBlocks,
        @Nullable String text,
        Map<String, Set<String>> fields) {

    /** What stands for no value at all in {@link Term#DISPOSITION} and {@link Term#ASSIGNEE}. */
    public static final String NONE = "none";

    /** All alerts. */
    public static final AlertFilter ALL =
            new AlertFilter(Map.of(), TimeRange.ALWAYS, TimeRange.ALWAYS, BuildingBlocks.INCLUDE, null, Map.of());

    public AlertFilter {
        terms = Map.copyOf(terms);
        fields = Map.copyOf(fields);
    }

    /** What is kept of an alert by itself, to be looked for. */
    public enum Term {
        RULE,
        SEVERITY,
        /** By id or name, in either case. */
        TACTIC,
        /** Likewise; a technique has its sub-techniques with it. */
        TECHNIQUE,
        /** In either case. */
        TAG,
        STATUS,
        DISPOSITION,
        ASSIGNEE,
        /** By {@code host.name} or {@code host.hostname}, in either case. */
        HOST;

        /** The word in requests. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether alerts are wanted that are material for other rules. */
    public enum BuildingBlocks {
        EXCLUDE,
        INCLUDE,
        ONLY
    }

    /**
     * A span of time.
     *
     * @param from its beginning, in nanoseconds since 1970; null where there is none
     * @param to its end, which is no part of it
     */
    public record TimeRange(@Nullable Long from, @Nullable Long to) {

        public static final TimeRange ALWAYS = new TimeRange(null, null);
    }
}
