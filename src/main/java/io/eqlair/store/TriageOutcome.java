package io.eqlair.store;

/** What became of a change of one alert. */
public sealed interface TriageOutcome {

    /** The alert is as was said, whether it had been so before or not. */
    record Done() implements TriageOutcome {}

    /** There is no such alert. */
    record Missing() implements TriageOutcome {}

    /**
     * Somebody else changed it; it was left alone.
     *
     * @param version what it is in now
     */
    record Outdated(long version) implements TriageOutcome {}
}
