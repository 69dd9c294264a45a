package io.eqlair.engine;

import io.eqlair.engine.Finding.Hit;
import io.eqlair.engine.index.CandidateMatcher;
import io.eqlair.engine.index.IndexedStage;
import io.eqlair.engine.sequence.Items;
import io.eqlair.engine.sequence.KeyedItems;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one thread needs to show events to the rules of one set. Large, and therefore lent from {@link Workspaces}. */
final class Workspace {

    private final List<RunningRule> rules;
    private final List<IndexedStage> stages;
    private final CandidateMatcher matcher;
    private final Event event;
    private final FieldTable table;
    private final StreamTally tally;
    private final InstantSource clock;

    Workspace(
            List<RunningRule> rules, RuleSet set, StreamTally tally, boolean strict, Event event, InstantSource clock) {
        this.rules = rules;
        this.stages = set.index().stages();
        this.matcher = set.index().newMatcher(strict);
        this.table = set.table();
        this.tally = tally;
        this.event = event;
        this.clock = clock;
    }

    /** An event to read into. */
    Event event() {
        return event;
    }

    /** What an event matches; null where it matches nothing. */
    @Nullable
    Finding find(Event subject) {
        tally.note(subject, table);
        int count = matcher.match(subject);
        return count == 0 ? null : finding(subject, count);
    }

    private @Nullable Finding finding(Event subject, int count) {
        List<Hit> hits = new ArrayList<>(count);
        for (int next = 0; next < count; ) {
            int rule = stages.get(matcher.matched(next)).rule();
            long items = 0;
            for (; next < count && stages.get(matcher.matched(next)).rule() == rule; next++) {
                items |= Items.bit(stages.get(matcher.matched(next)).item());
            }
            Hit hit = hit(rule, items, subject);
            if (hit != null) {
                hits.add(hit);
            }
        }
        return hits.isEmpty() ? null : new Finding(subject.stored(), hits);
    }

    private @Nullable Hit hit(int number, long items, Event subject) {
        CompiledRule rule = rules.get(number).rule();
        return switch (rule.body()) {
            case CompiledRule.Body.Single single ->
                left(number, items, subject) == 0
                        ? null
                        : new Hit.Whole(number, rule.clauses(single.matcher(), subject, 0));
            case CompiledRule.Body.Several several -> {
                List<KeyedItems> keyed = several.items().keyed(subject, items);
                long left = keyed.isEmpty() ? 0 : left(number, items, subject);
                List<KeyedItems> counting =
                        left == items || left == 0 ? keyed : several.items().keyed(subject, left);
                yield left == 0 || counting.isEmpty() ? null : new Hit.Items(number, counting);
            }
        };
    }

    /** What is left of the items, once those are taken away that the event is exempt from. */
    private long left(int number, long items, Event subject) {
        RunningRule running = rules.get(number);
        RuleExemptions exemptions = running.rule().exemptions();
        if (exemptions.isEmpty()) {
            return items;
        }
        long left = exemptions.left(items, subject, clock.millis());
        if (left != items) {
            running.meter().exempted();
        }
        return left;
    }

    /** Hands over what the rules had to do since the last time; returns how many events there were. */
    int settleAccounts() {
        return matcher.drain((stage, asked, satisfied, timed, nanos) ->
                rules.get(stages.get(stage).rule()).meter().asked(asked, satisfied, timed, nanos));
    }
}
