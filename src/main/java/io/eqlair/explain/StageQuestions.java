package io.eqlair.explain;

import io.eqlair.engine.PendingSequences;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.engine.sequence.JoinKey;
import io.eqlair.engine.sequence.Pending;
import io.eqlair.eql.analysis.Stage;
import io.eqlair.event.Event;
import io.eqlair.explain.Explanation.KeyState;
import io.eqlair.explain.Explanation.Visibility;
import io.eqlair.explain.Explanation.Waiting;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The items of a sequence or sample.
 *
 * @param items gives the keys that an event has for each
 * @param sample whether their order does not matter
 */
record StageQuestions(List<StageQuestion> questions, ItemTable items, boolean sample) {

    /** An event may have a thousand keys, and a key more that is pending than anybody reads. */
    private static final int MOST_KEYS = 20;

    private static final int MOST_PENDING = 100;

    StageQuestions {
        questions = List.copyOf(questions);
    }

    Explanation explain(Event event, Visibility index, @Nullable PendingSequences live) {
        List<Explanation.Stage> stages =
                questions.stream().map(question -> ask(question, event)).toList();
        List<KeyState> keys = keyStates(stages, live);
        boolean matches = index.visible() && stages.stream().anyMatch(Explanation.Stage::matches);
        String summary = new StageSummary(stages, keys, sample).text(index);
        return new Explanation(matches, summary, index, null, stages, keys);
    }

    private Explanation.Stage ask(StageQuestion question, Event event) {
        int item = items.stages().indexOf(question.stage());
        return question.ask(event, items.keys(item, event));
    }

    /** Those of the items that the event is come first, then those that it would have as another. */
    private List<KeyState> keyStates(List<Explanation.Stage> stages, @Nullable PendingSequences live) {
        return stages.stream()
                .sorted((a, b) -> Boolean.compare(b.matches(), a.matches()))
                .flatMap(stage -> stage.keys().stream())
                .distinct()
                .limit(MOST_KEYS)
                .map(key -> new KeyState(key, pending(key, stages, live)))
                .toList();
    }

    private List<Waiting> pending(JoinKey key, List<Explanation.Stage> stages, @Nullable PendingSequences live) {
        if (live == null) {
            return List.of();
        }
        return live.of(key).stream()
                .limit(MOST_PENDING)
                .map(pending -> waiting(pending, stages, live.awaitedStage(pending)))
                .toList();
    }

    private Waiting waiting(Pending pending, List<Explanation.Stage> stages, @Nullable Stage awaited) {
        for (StageQuestion question : questions) {
            if (Objects.equals(question.stage(), awaited)) {
                Explanation.Stage stage = stages.get(question.number() - 1);
                boolean isEvent = stage.matches() && stage.keys().contains(pending.key());
                return new Waiting(pending, question.number(), isEvent);
            }
        }
        return new Waiting(pending, null, false);
    }
}
