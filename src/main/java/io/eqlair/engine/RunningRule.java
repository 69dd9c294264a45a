package io.eqlair.engine;

import io.eqlair.engine.sequence.SampleShape;
import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.engine.sequence.SequenceMatcher;
import io.eqlair.engine.sequence.SequenceShape;
import io.eqlair.engine.sequence.Shape;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.eql.analysis.AnalyzedQuery;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A rule with what it remembers. What it remembers is handed on when the rule is compiled anew with the same content.
 *
 * @param matcher null for a rule that a single event suffices for
 * @param counted how many detections it has given since its start
 * @param meter what it has had to do since then
 */
record RunningRule(CompiledRule rule, @Nullable SequenceMatcher matcher, AtomicLong counted, RuleMeter meter) {

    /**
     * A rule that begins with nothing.
     *
     * @param eventsBefore how many events the engine was shown before
     */
    static RunningRule fresh(CompiledRule rule, SequenceLimits limits, StateBudget budget, long eventsBefore) {
        Shape shape = shape(rule.checked().query(), limits);
        SequenceMatcher matcher = shape == null ? null : new SequenceMatcher(shape, budget);
        return new RunningRule(rule, matcher, new AtomicLong(), new RuleMeter(eventsBefore));
    }

    private static @Nullable Shape shape(AnalyzedQuery query, SequenceLimits limits) {
        return switch (query) {
            case AnalyzedQuery.Events events -> null;
            case AnalyzedQuery.Sequence sequence -> SequenceShape.live(sequence, limits);
            case AnalyzedQuery.Sample sample -> new SampleShape(sample.stages().size(), limits.sampleWindow());
        };
    }

    /** The same memory under another compilation of the rule. */
    RunningRule with(CompiledRule other) {
        return new RunningRule(other, matcher, counted, meter);
    }

    /** Whether another detection may be given, which is noted then: {@code head N} counts from the rule's start. */
    boolean give(InstantSource clock) {
        long most = rule.most();
        boolean given = most == Long.MAX_VALUE || counted.getAndUpdate(count -> Math.min(count + 1, most)) < most;
        if (given) {
            meter.detected(clock.millis());
        }
        return given;
    }

    void close() {
        if (matcher != null) {
            matcher.close();
        }
    }
}
