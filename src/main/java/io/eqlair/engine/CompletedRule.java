package io.eqlair.engine;

import io.eqlair.engine.Detection.MatchedClause;
import io.eqlair.engine.sequence.Completed;
import io.eqlair.engine.sequence.Step;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.StoredEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose sequence or sample is complete, before it is a detection. Its events are read again, because what waits keeps no
 * more of them than their documents: once, and only if somebody asks. For one thread.
 */
final class CompletedRule {

    private static final System.Logger LOG = System.getLogger(CompletedRule.class.getName());

    private final RunningRule rule;
    private final Completed completed;
    private final List<Step> steps;
    private final EventReader reader;

    /** By step, as far as somebody asked. */
    private final @Nullable Event[] read;

    private CompletedRule(RunningRule rule, Completed completed, List<Step> steps, EventReader reader) {
        this.rule = rule;
        this.completed = completed;
        this.steps = steps;
        this.reader = reader;
        this.read = new @Nullable Event[steps.size()];
    }

    static CompletedRule of(RunningRule rule, Completed completed, EventReader reader) {
        List<Step> steps =
                rule.matcher() == null ? List.of() : rule.matcher().shape().steps(completed.events());
        return new CompletedRule(rule, completed, steps, reader);
    }

    /** Whether one of its events is exempt by now: the exemption may have come after the event. */
    boolean isExempt(InstantSource clock) {
        RuleExemptions exemptions = rule.rule().exemptions();
        boolean exempt = !exemptions.isEmpty() && anyExempt(exemptions, clock.millis());
        if (exempt) {
            rule.meter().exempted();
        }
        return exempt;
    }

    private boolean anyExempt(RuleExemptions exemptions, long millis) {
        for (int i = 0; i < steps.size(); i++) {
            Event event = event(i);
            if (event != null && exemptions.left(1L << steps.get(i).item(), event, millis) == 0) {
                return true;
            }
        }
        return false;
    }

    Detection detection() {
        List<MatchedClause> matched = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            matched.addAll(evidence(i));
        }
        return new Detection(rule.rule(), completed.key().values(), steps, matched);
    }

    private List<MatchedClause> evidence(int step) {
        Event event = event(step);
        return event != null && rule.rule().body() instanceof CompiledRule.Body.Several several
                ? rule.rule().clauses(several.items().matcher(steps.get(step).item()), event, step)
                : List.of();
    }

    private @Nullable Event event(int step) {
        StoredEvent stored = steps.get(step).event();
        if (read[step] == null && stored != null) {
            read[step] = again(stored);
        }
        return read[step];
    }

    /** Null where the limits for events are narrower than they were when it came. */
    private @Nullable Event again(StoredEvent stored) {
        try {
            return reader.read(stored.source(), Envelope.NONE);
        } catch (EventRejected e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The rule {0} has matched the event {1}, which cannot be read again to say by what: {2}",
                    rule.rule().definition().id(),
                    stored.id(),
                    e.getMessage());
            return null;
        }
    }
}
