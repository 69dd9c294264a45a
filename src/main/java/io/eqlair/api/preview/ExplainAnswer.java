package io.eqlair.api.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eqlair.api.preview.ShownNode.ShownSpan;
import io.eqlair.api.rules.PendingSequence;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.engine.PendingSequences;
import io.eqlair.engine.sequence.JoinKey;
import io.eqlair.explain.Explanation;
import io.eqlair.explain.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of an event, and why.
 *
 * @param matches whether the event matches: of a sequence or sample, any item
 * @param summary the same in a sentence or two, for people
 * @param exceptions that keep the event from the rule, or from some of its items, though it matches
 * @param condition of a rule of single events
 * @param stages of a sequence or sample, {@code until} last
 * @param keyState what the engine has pending at the moment for the keys of the event
 */
record ExplainAnswer(
        ExplainedRule rule,
        boolean matches,
        String summary,
        ShownIndex index,
        List<KeptOut> exceptions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ShownNode condition,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownStage> stages,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownKeyState> keyState) {

    /**
     * What the rule makes of the event.
     *
     * @param pending what the rule remembers; null where it does not run, or needs no memory
     * @param newest the newest time of the stream, in nanoseconds since 1970
     * @param exceptions that apply
     */
    static ExplainAnswer of(
            RuleEntry entry,
            Explanation explanation,
            @Nullable PendingSequences pending,
            long newest,
            List<KeptOut> exceptions) {
        boolean single = explanation.condition() != null;
        return new ExplainAnswer(
                new ExplainedRule(entry.id(), entry.name(), entry.state().text()),
                explanation.matches(),
                explanation.summary() + KeptOut.sentence(exceptions),
                ShownIndex.of(explanation.index()),
                exceptions,
                explanation.condition() == null ? null : ShownNode.of(explanation.condition()),
                single
                        ? null
                        : explanation.stages().stream().map(ShownStage::of).toList(),
                single ? null : keyStates(explanation, pending, newest));
    }

    private static List<ShownKeyState> keyStates(
            Explanation explanation, @Nullable PendingSequences pending, long newest) {
        return explanation.keys().stream()
                .map(key -> ShownKeyState.of(key, pending, newest))
                .toList();
    }

    /** The rule that was asked. */
    record ExplainedRule(@Nullable String id, @Nullable String name, String state) {}

    /**
     * Whether the rule is shown the event at all.
     *
     * @param event the index of the event; null where it names none
     * @param patterns of the rule; none means all
     * @param reason why it is not shown; null where it is
     */
    record ShownIndex(
            @Nullable String event,
            List<String> patterns,
            boolean visible,

            @Schema(allowableValues = "excluded by index pattern") @Nullable
            String reason) {

        static ShownIndex of(Explanation.Visibility index) {
            return new ShownIndex(index.event(), index.patterns(), index.visible(), ShownNode.text(index.reason()));
        }
    }

    /**
     * What the event is for an item.
     *
     * @param number from 1, in the order of the text; {@code until} comes last
     * @param role {@code missing} for an event that must not be there, {@code until} for one that ends all
     * @param runs how often it is wanted
     * @param matches whether its condition holds and the event has a key
     * @param reason {@code absent} where the condition holds, and a key has no value
     * @param keys the keys that the event has for the item; the first few
     * @param totalKeys how many there are in all
     * @param absentKeys the key fields without a value
     */
    record ShownStage(
            int number,

            @Schema(allowableValues = {"item", "missing", "until"})
            String role,

            int runs,
            boolean matches,
            @Schema(allowableValues = "absent") @Nullable String reason,
            String text,
            ShownSpan span,
            List<List<@Nullable Object>> keys,
            int totalKeys,
            List<String> absentKeys,
            ShownNode condition) {

        private static final int MOST_KEYS = 20;

        static ShownStage of(Explanation.Stage stage) {
            boolean lacksKey = stage.condition().verdict() && !stage.matches();
            return new ShownStage(
                    stage.number(),
                    stage.role().text(),
                    stage.runs(),
                    stage.matches(),
                    lacksKey ? Reason.ABSENT.text() : null,
                    stage.place().text(),
                    ShownSpan.of(stage.place()),
                    stage.keys().stream().limit(MOST_KEYS).map(JoinKey::values).toList(),
                    stage.keys().size(),
                    stage.absentKeys(),
                    ShownNode.of(stage.condition()));
        }
    }

    /** What is pending for a key. */
    record ShownKeyState(List<@Nullable Object> key, List<ShownWaiting> pending) {

        static ShownKeyState of(Explanation.KeyState state, @Nullable PendingSequences rule, long newest) {
            List<ShownWaiting> pending = state.pending().stream()
                    .map(waiting -> ShownWaiting.of(waiting, rule, newest))
                    .toList();
            return new ShownKeyState(state.key().values(), pending);
        }
    }

    /**
     * A sequence or sample that has begun.
     *
     * @param awaitsItem the number of the item that it waits for; null where only time must pass
     * @param waitsForEvent whether the event is that item
     */
    record ShownWaiting(
            @JsonUnwrapped PendingSequence sequence,
            @Nullable Integer awaitsItem,
            boolean waitsForEvent) {

        static ShownWaiting of(Explanation.Waiting waiting, @Nullable PendingSequences rule, long newest) {
            PendingSequence sequence = PendingSequence.of(waiting.pending(), rule, newest);
            return new ShownWaiting(sequence, waiting.item(), waiting.waitsForEvent());
        }
    }
}
