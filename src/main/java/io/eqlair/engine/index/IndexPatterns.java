package io.eqlair.engine.index;

import io.eqlair.eql.pattern.TextPattern;
import io.eqlair.eql.pattern.Wildcard;
import io.eqlair.event.AlertIndex;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The indices whose events a rule is shown: {@code logs-endpoint.events.*}, with {@code -name} to leave some out. A
 * remote cluster's prefix ({@code cluster:name}) means nothing here and is dropped. Alerts are shown to rules only that have a
 * pattern for alerts: that of a hidden index is no part of {@code *}.
 */
public final class IndexPatterns {

    private final boolean unrestricted;
    private final boolean ofAlerts;
    private final TextPattern included;
    private final TextPattern excluded;

    /** No patterns mean every index. */
    public IndexPatterns(List<String> patterns) {
        List<String> names = patterns.stream().map(IndexPatterns::local).toList();
        this.unrestricted = names.isEmpty();
        this.ofAlerts = names.stream().anyMatch(AlertIndex::isMeantBy);
        this.included =
                pattern(names.stream().filter(name -> !name.startsWith("-")).toList());
        this.excluded = pattern(names.stream()
                .filter(name -> name.startsWith("-"))
                .map(name -> name.substring(1))
                .toList());
    }

    /**
     * Whether events of an index are shown to the rule.
     *
     * @param index null where an event names none
     * @param strict whether such an event is shown only to rules without patterns
     */
    public boolean admit(@Nullable String index, boolean strict) {
        if (AlertIndex.isOfAlerts(index) && !ofAlerts) {
            return false;
        }
        if (unrestricted) {
            return true;
        }
        if (index == null) {
            return !strict;
        }
        return included.matches(index) && !excluded.matches(index);
    }

    private static TextPattern pattern(List<String> names) {
        return Wildcard.anyOf(names, false);
    }

    private static String local(String pattern) {
        return pattern.strip().substring(pattern.strip().indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
