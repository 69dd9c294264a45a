package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton over UTF-16 units that tells for a text which predicates hold, and is built as far as texts
 * have needed it. It is emptied when it is full, but not often; in between, texts that need more get no answer.
 *
 * <p>Not thread-safe.
 */
final class LazyDfa {

    /** Cells of the table of transitions, whatever the number of states may be: 16 MiB. */
    private static final int MOST_CELLS = 1 << 22;

    private static final int UNKNOWN = 0;

    private final FieldPlan plan;
    private final Answers answers;
    private final NodeSets sets;
    private final UnitClasses classes;
    private final short[] ofByte;
    private final int shift;
    private final int mostStates;
    private final int flushAfter;

    private final Map<Ints, Integer> known = new HashMap<>();
    private final List<int[]> members = new ArrayList<>();
    private final List<int @Nullable []> answered = new ArrayList<>();

    /** By state and class: the next state, negative if it is a final one. A state is the offset of its row. */
    private int[] next;

    private int first;
    private int values;
    private int flushes;

    LazyDfa(FieldPlan plan, Answers answers, MatcherBounds bounds) {
        this.plan = plan;
        this.answers = answers;
        this.classes = plan.classes();
        this.ofByte = classes.ofByte();
        this.sets = new NodeSets(plan.trie(), classes);
        this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(classes.count() - 1);
        this.mostStates = Math.max(2, Math.min(bounds.states(), MOST_CELLS >> shift));
        this.flushAfter = bounds.flushAfter();
        this.next = new int[0];
        clear();
    }

    /** The ids of the predicates that hold for the text of a JSON string, null if there is no room to find out. */
    int @Nullable [] run(byte[] bytes, int start, int end) {
        values++;
        int state = first;
        for (int at = start; at < end; ) {
            if (state < 0) {
                return answer(-state);
            }
            int unitClass = ofByte[bytes[at] & 0xff];
            if (unitClass == UnitClasses.PART) {
                int unit = JsonText.unitAndLength(bytes, at);
                unitClass = classes.of(JsonText.unit(unit));
                at += JsonText.length(unit);
            } else {
                at++;
            }
            int to = next[state + unitClass];
            if (to == UNKNOWN) {
                to = transition(state, unitClass);
                if (to == UNKNOWN) {
                    return full() ? run(bytes, start, end) : null;
                }
            }
            state = to;
        }
        return answer(Math.abs(state));
    }

    /** How many states it has. */
    int states() {
        return members.size() - 1;
    }

    /** How often it was emptied. */
    int flushes() {
        return flushes;
    }

    private int[] answer(int state) {
        int number = state >> shift;
        int[] answer = answered.get(number);
        if (answer == null) {
            int[] places = sets.places(members.get(number));
            answer = answers.shared(Arrays.stream(places).map(plan::id).toArray());
            answered.set(number, answer);
        }
        return answer;
    }

    private int transition(int state, int unitClass) {
        int to = state(sets.behind(members.get(state >> shift), unitClass));
        next[state + unitClass] = to;
        return to;
    }

    /** The state of a set, which is made if there is room for it. */
    private int state(int[] set) {
        Ints key = new Ints(set);
        Integer found = known.get(key);
        if (found != null) {
            return found;
        }
        int number = members.size();
        if (number > mostStates) {
            return UNKNOWN;
        }
        int state = sets.isFinal(set) ? -(number << shift) : number << shift;
        known.put(key, state);
        members.add(set);
        answered.add(null);
        if (next.length < (number + 1) << shift) {
            next = Arrays.copyOf(next, Math.max(2 * next.length, (number + 1) << shift));
        }
        return state;
    }

    /** Empties it if that was not done lately. */
    private boolean full() {
        if (values <= flushAfter) {
            return false;
        }
        flushes++;
        clear();
        return true;
    }

    private void clear() {
        values = 0;
        known.clear();
        members.clear();
        answered.clear();
        Arrays.fill(next, UNKNOWN);
        members.add(new int[0]); // no state has the number that stands for unknown
        answered.add(null);
        first = state(sets.first());
    }
}
