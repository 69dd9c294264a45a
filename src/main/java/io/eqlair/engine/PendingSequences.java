package io.eqlair.engine;

import io.eqlair.engine.sequence.JoinKey;
import io.eqlair.engine.sequence.Pending;
import io.eqlair.engine.sequence.PendingPage;
import io.eqlair.engine.sequence.SequenceMatcher;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.eql.analysis.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule that takes several events remembers at the moment. */
public final class PendingSequences {

    private final CompiledRule rule;
    private final CompiledRule.Body.Several body;
    private final SequenceMatcher matcher;

    PendingSequences(CompiledRule rule, CompiledRule.Body.Several body, SequenceMatcher matcher) {
        this.rule = rule;
        this.body = body;
        this.matcher = matcher;
    }

    /**
     * What has begun, key by key.
     *
     * @param skipped how many are left out before the first one shown
     * @param most how many are shown
     */
    public PendingPage page(long skipped, int most) {
        return matcher.pending(skipped, most);
    }

    /** What has begun for one key. */
    public List<Pending> of(JoinKey key) {
        return matcher.pending(key);
    }

    /** What it costs and what was lost. */
    public StateBudget.Account account() {
        return matcher.account();
    }

    /** The item that is wanted next, as the rule's author wrote it; null where only time must pass. */
    public @Nullable String awaited(Pending pending) {
        Stage stage = awaitedStage(pending);
        return stage == null ? null : rule.checked().source().slice(stage.span());
    }

    /** The same item as it was checked. */
    public @Nullable Stage awaitedStage(Pending pending) {
        return pending.awaited() < 0 ? null : body.items().stages().get(pending.awaited());
    }
}
