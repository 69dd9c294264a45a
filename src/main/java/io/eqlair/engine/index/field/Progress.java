package io.eqlair.engine.index.field;

/** Which gates of a {@link PieceTrie} a text has opened, and what is known of it. Not thread-safe. */
final class Progress {

    private final Steps gates;
    private final Steps ends;
    private final AnswerSets answers;

    /**
     * By gate: where it was opened. Places are counted on through all texts, so that what is before the present text is not
     * open, and nothing needs to be reset.
     */
    private final long[] openedAt;

    /** The marks of the gates that are open. */
    private long marks;

    private final int ofStates;
    private long start = 1;
    private int length;
    private int answer;

    Progress(PieceTrie trie, AnswerSets answers) {
        this.gates = trie.gates();
        this.ends = trie.ends();
        this.answers = answers;
        this.openedAt = new long[gates.count()];
        this.ofStates = gates.count() + ends.count();
    }

    /** Begins a text of at most so many units. */
    void begin(int most) {
        start += length + 1;
        length = most;
        marks = 0;
        answer = AnswerSets.FIRST;
    }

    /** Notes that so many units have led to a state. */
    void pass(DfaState state, int units) {
        if (state.isTelling()) {
            add(ofStates + 2 * state.number(), state.passedIds());
        }
        for (int gate : state.freeGates()) {
            if (openedAt[gate] < start) {
                open(gate, units);
            }
        }
        Dependents others = state.otherGates();
        for (long open = others.common(marks); open != 0; open &= open - 1) {
            long mark = Long.lowestOneBit(open);
            for (int i = others.first(mark); i < others.behind(mark); i++) {
                int gate = others.number(i);
                if (isOpen(others.before(i), units - others.length(i)) && openedAt[gate] < start) {
                    open(gate, units);
                    add(gate, gates.ids(gate));
                }
            }
        }
    }

    private void open(int gate, int units) {
        openedAt[gate] = start + units;
        marks |= Dependents.mark(gate);
    }

    /** The answer for a text of so many units that ends in a state. */
    int[] end(DfaState state, int units) {
        Dependents others = state.otherEnds();
        for (long open = others.common(marks); open != 0; open &= open - 1) {
            long mark = Long.lowestOneBit(open);
            for (int i = others.first(mark); i < others.behind(mark); i++) {
                if (isOpen(others.before(i), units - others.length(i))) {
                    int end = others.number(i);
                    add(gates.count() + end, ends.ids(end));
                }
            }
        }
        return answer == AnswerSets.FIRST ? alone(state) : with(state);
    }

    private int[] alone(DfaState state) {
        int[] known = state.answer();
        if (known == null) {
            known = with(state);
            state.answer(known);
        }
        return known;
    }

    private int[] with(DfaState state) {
        add(ofStates + 2 * state.number() + 1, state.endedIds());
        return answers.ids(answer);
    }

    private boolean isOpen(int gate, int units) {
        long opened = openedAt[gate];
        return opened >= start && opened <= start + units;
    }

    private void add(int addition, int[] ids) {
        if (ids.length > 0) {
            answer = answers.with(answer, addition, ids);
        }
    }
}
