package io.eqlair.event;

import org.jspecify.annotations.Nullable;

/** The index that alerts have as events: rules on alerts name it in their patterns. */
public final class AlertIndex {

    /** Where alerts are, as far as rules are concerned. */
    public static final String NAME = ".alerts-security.alerts-default";

    /** What the names of all indices of alerts begin with. */
    private static final String PREFIX = ".alerts-security.";

    private AlertIndex() {}

    /** Whether what is in an index are alerts. */
    public static boolean isOfAlerts(@Nullable String index) {
        return index != null && index.startsWith(PREFIX);
    }

    /** Whether a rule's pattern is for alerts. */
    public static boolean isMeantBy(String pattern) {
        return pattern.startsWith(".alerts");
    }
}
