package io.eqlair.engine;

import io.eqlair.engine.Finding.Hit;
import io.eqlair.engine.index.CandidateMatcher;
import io.eqlair.engine.index.IndexedStage;
import io.eqlair.engine.sequence.Items;
import io.eqlair.engine.sequence.KeyedItems;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
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

    Workspace(List<RunningRule> rules, RuleSet set, StreamTally tally, boolean strict, Event event) {
        this.rules = rules;
        this.stages = set.index().stages();
        this.matcher = set.index().newMatcher(strict);
        this.table = set.table();
        this.tally = tally;
        this.event = event;
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
            case CompiledRule.Body.Single single -> new Hit.Whole(number, rule.clauses(single.matcher(), subject, 0));
            case CompiledRule.Body.Several several -> {
                List<KeyedItems> keyed = several.items().keyed(subject, items);
                yield keyed.isEmpty() ? null : new Hit.Items(number, keyed);
            }
        };
    }

    /** Hands over what the rules had to do since the last time; returns how many events there were. */
    int settleAccounts() {
        return matcher.drain((stage, asked, satisfied, timed, nanos) ->
                rules.get(stages.get(stage).rule()).meter().asked(asked, satisfied, timed, nanos));
    }
}
