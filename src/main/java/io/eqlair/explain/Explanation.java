package io.eqlair.explain;

import io.eqlair.engine.sequence.JoinKey;
import io.eqlair.engine.sequence.Pending;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of one event, and why.
 *
 * @param matches whether the engine finds that the event matches; with a rule of several events, any of its items
 * @param summary the same in one sentence or two, for people
 * @param condition of a rule of single events; null for the others
 * @param stages of a rule of several events, as they are written; empty for the others
 * @param keys what is pending for the keys that the event has; likewise
 */
public record Explanation(
        boolean matches,
        String summary,
        Visibility index,
        @Nullable Node condition,
        List<Stage> stages,
        List<KeyState> keys) {

    public Explanation {
        stages = List.copyOf(stages);
        keys = List.copyOf(keys);
    }

    /**
     * Whether the rule is shown events of the event's index.
     *
     * @param event the index that the event belongs to; null where it names none
     * @param patterns the rule's; none means all
     */
    public record Visibility(@Nullable String event, List<String> patterns, boolean visible) {

        public Visibility {
            patterns = List.copyOf(patterns);
        }

        /** Why it is not shown; null where it is. */
        public @Nullable Reason reason() {
            return visible ? null : Reason.EXCLUDED_BY_INDEX_PATTERN;
        }
    }

    /** What an item of a sequence or sample is there for. */
    public enum Role {
        /** An event that must be there. */
        ITEM,
        /** An event that must not be there. */
        MISSING,
        /** An event that ends what is pending. */
        UNTIL;

        /** The word in answers: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an event is for one item of a sequence or sample.
     *
     * @param number from 1, in the order of the text; {@code until} comes last
     * @param runs how often the item is wanted
     * @param keys the join keys that the event has for it, each once
     * @param absentKeys the mandatory key fields that have no value
     */
    public record Stage(
            int number,
            Role role,
            int runs,
            Place place,
            Node condition,
            Collection<JoinKey> keys,
            List<String> absentKeys) {

        public Stage {
            keys = List.copyOf(keys);
            absentKeys = List.copyOf(absentKeys);
        }

        /** Whether the event is such an item: it satisfies the condition and has a key. */
        public boolean matches() {
            return condition.verdict() && !keys.isEmpty();
        }
    }

    /**
     * What the engine has pending for a key.
     *
     * @param pending the first few, in no order that matters
     */
    public record KeyState(JoinKey key, List<Waiting> pending) {

        public KeyState {
            pending = List.copyOf(pending);
        }

        boolean waitsForEvent() {
            return pending.stream().anyMatch(Waiting::waitsForEvent);
        }
    }

    /**
     * A sequence or sample that has begun.
     *
     * @param item the number of the item that it waits for, of a sample the first that is missing; null where only time must
     *     pass
     * @param waitsForEvent whether the event is that item
     */
    public record Waiting(Pending pending, @Nullable Integer item, boolean waitsForEvent) {}
}
