package io.eqlair.eql.pattern;

import java.util.BitSet;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Follows a nondeterministic automaton through a text, in all states that it may be in. Serves where the deterministic
 * one would be too large. (Lucene's own class for this keeps every set of states that it meets, without a bound, and
 * must not be shared by threads.)
 */
final class AutomatonPattern implements TextPattern {
    /** Cells of the table of a deterministic automaton: 1 MiB. */
    private static final int MAX_CELLS = 1 << 18;

    private final Automaton automaton;
    private final BitSet accepting = new BitSet();

    AutomatonPattern(Automaton automaton) {
        this.automaton = automaton;
        for (int state = 0; state < automaton.getNumStates(); state++) {
            accepting.set(state, automaton.isAccept(state));
        }
    }

    /** Makes the automaton deterministic, which takes one step per character, if that keeps it small. */
    static TextPattern of(Automaton automaton) {
        Automaton live = Operations.removeDeadStates(automaton);
        CharacterRunAutomaton table = table(live);
        return table == null ? new AutomatonPattern(live) : table::run;
    }

    private static @Nullable CharacterRunAutomaton table(Automaton automaton) {
        try {
            Automaton result = Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
            long cells = (long) result.getNumStates() * result.getStartPoints().length;
            return cells > MAX_CELLS ? null : new CharacterRunAutomaton(result);
        } catch (TooComplexToDeterminizeException tooComplex) {
            return null;
        }
    }

    @Override
    public boolean matches(String text) {
        BitSet states = new BitSet();
        states.set(0);
        for (int i = 0; i < text.length() && !states.isEmpty(); ) {
            int character = text.codePointAt(i);
            states = after(states, character);
            i += Character.charCount(character);
        }
        return states.intersects(accepting);
    }

    private BitSet after(BitSet states, int character) {
        BitSet next = new BitSet();
        Transition transition = new Transition();
        for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
            int count = automaton.initTransition(state, transition);
            for (int i = 0; i < count; i++) {
                automaton.getNextTransition(transition);
                next.set(transition.dest, next.get(transition.dest) || within(transition, character));
            }
        }
        return next;
    }

    private static boolean within(Transition transition, int character) {
        return transition.min <= character && character <= transition.max;
    }
}
