package io.eqlair.rule;

/**
 * When a scheduler would run the rule. On a stream every event is looked at once, on arrival, so this is kept for display
 * and for checks such as a sequence that spans more than the look-back.
 *
 * @param from start of the time looked at, as date math, for example {@code now-9m}
 * @param to its end
 * @param interval time between two runs, for example {@code 5m}
 * @param maxSignals alerts per run, at least 1
 */
public record RuleSchedule(String from, String to, String interval, int maxSignals) {

    static final String DEFAULT_FROM = "now-6m";
    static final String DEFAULT_TO = "now";
    static final String DEFAULT_INTERVAL = "5m";
    static final int DEFAULT_MAX_SIGNALS = 100;
}
