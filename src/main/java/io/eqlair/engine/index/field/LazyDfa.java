package io.eqlair.engine.index.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton over UTF-16 units that finds the pieces of a {@link PieceTrie} in a text, and is built as far
 * as texts have needed it. It is emptied when it is full, but not often; in between, texts that need more get no answer.
 *
 * <p>Not thread-safe.
 */
final class LazyDfa {

    /** Cells of the table of transitions, whatever the number of states may be: 16 MiB. */
    private static final int MOST_CELLS = 1 << 22;

    private static final int UNKNOWN = 0;

    private final PieceTrie trie;
    private final AnswerSets answers;
    private final Progress progress;
    private final NodeSets sets;
    private final UnitClasses classes;
    private final short[] ofByte;
    private final short[] ofEscape;
    private final int shift;
    private final int mostStates;
    private final int flushAfter;

    private final Map<Ints, Integer> known = new HashMap<>();
    private final List<DfaState> states = new ArrayList<>();

    /**
     * By state and class: the next state, negative if something is to be done there. A state is the offset of its row; the
     * first row belongs to none.
     */
    private int[] next = new int[0];

    private int first;
    private int dead;
    private int values;
    private int flushes;

    LazyDfa(PieceTrie trie, UnitClasses classes, AnswerSets answers, MatcherBounds bounds) {
        this.trie = trie;
        this.classes = classes;
        this.answers = answers;
        this.progress = new Progress(trie, answers);
        this.sets = new NodeSets(trie, classes);
        this.ofByte = classes.ofByte();
        this.ofEscape = classes.ofEscape();
        this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(classes.count() - 1);
        this.mostStates = Math.max(2, Math.min(bounds.states(), MOST_CELLS >> shift));
        this.flushAfter = bounds.flushAfter();
        clear();
    }

    /** The ids of the predicates that hold for the text of a JSON string, null if there is no room to find out. */
    int @Nullable [] run(byte[] bytes, int start, int end) {
        values++;
        progress.begin(end - start);
        int[] table = next;
        int state = first;
        int units = 0;
        int behind = end;
        for (int at = start; at < behind; ) {
            int letter = bytes[at];
            int unitClass = ofByte[letter & 0xff];
            if (unitClass != UnitClasses.MORE) {
                at++;
            } else if (letter == '\\' && ofEscape[bytes[at + 1] & 0xff] != UnitClasses.MORE) {
                unitClass = ofEscape[bytes[at + 1] & 0xff];
                at += 2;
            } else {
                int unit = JsonText.unitAndLength(bytes, at);
                unitClass = classes.of(JsonText.unit(unit));
                at += JsonText.length(unit);
            }
            units++;
            int to = table[state + unitClass];
            if (to <= UNKNOWN) {
                to = reach(to, state + unitClass, units);
                if (to == UNKNOWN) {
                    return full() ? run(bytes, start, end) : null;
                }
                table = next;
                behind = to == dead ? at : end;
            }
            state = to;
        }
        return progress.end(states.get(state >> shift), units);
    }

    /** How many states it has. */
    int states() {
        return states.size();
    }

    /** How often it was emptied. */
    int flushes() {
        return flushes;
    }

    /** Makes the state to which a transition leads, if that is unknown, and does what is to be done there. */
    private int reach(int to, int transition, int units) {
        int known = to == UNKNOWN ? make(transition) : to;
        if (known >= UNKNOWN) {
            return known;
        }
        progress.pass(states.get(-known >> shift), units);
        return -known;
    }

    private int make(int transition) {
        int[] nodes = states.get(transition >> shift).nodes();
        int to = state(sets.behind(nodes, transition & ((1 << shift) - 1)));
        next[transition] = to;
        return to;
    }

    /** The state for a set of nodes, which is made if there is room for it. */
    private int state(int[] nodes) {
        Ints key = new Ints(nodes);
        Integer found = known.get(key);
        if (found != null) {
            return found;
        }
        if (states.size() == mostStates) {
            return UNKNOWN;
        }
        DfaState made = add(nodes);
        int offset = made.number() << shift;
        dead = made.isDead() ? offset : dead;
        int state = made.isDead() || made.isEventful() ? -offset : offset;
        known.put(key, state);
        return state;
    }

    private DfaState add(int[] nodes) {
        DfaState state = new DfaState(states.size(), nodes, trie);
        states.add(state);
        int cells = states.size() << shift;
        if (next.length < cells) {
            next = Arrays.copyOf(next, Math.max(2 * next.length, cells));
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
        states.clear();
        answers.clear();
        Arrays.fill(next, UNKNOWN);
        dead = UNKNOWN;
        add(new int[0]);
        first = Math.abs(state(sets.first()));
    }
}
