package io.eqlair.benchmark;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.engine.index.RuleIndex;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRoles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rules, made ready for contestants.
 *
 * @param rules as many as are measured with
 */
record Bench(List<CheckedRule> rules, RuleSet set, EventReader reader, RuleIndex index) {

    /** After all events of all passes, so that none of them is ahead of the clock. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2110-01-01T00:00:00Z"));

    static Bench of(List<CheckedRule> rules) {
        RuleSet set = RuleSet.of(rules, EventRoles.ECS);
        EventReader reader = new EventReader(
                set.table(), EventRoles.ECS, EventLimits.DEFAULT, CLOCK, new AtomicLong()::incrementAndGet);
        return new Bench(rules, set, reader, RuleIndex.of(Stages.of(rules), set.table()));
    }

    /** An engine of its own. */
    DetectionEngine engine() {
        return new DetectionEngine(set, EngineSettings.DEFAULT, CLOCK);
    }
}
