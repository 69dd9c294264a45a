package io.eqlair.engine.index;

/** Which gates of a {@link PieceTrie} a text has opened, and what is known of it. Not thread-safe. */
final class Progress {

    private final PieceTrie trie;
    private final AnswerSets answers;

    /**
     * By gate: where it was opened. Places are counted on through all texts, so that what is before the present text is not
     * open, and nothing needs to be reset.
     */
    private final long[] openedAt;

    private final int ofStates;
    private long start = 1;
    private int length;
    private int answer;

    Progress(PieceTrie trie, AnswerSets answers) {
        this.trie = trie;
        this.answers = answers;
        this.openedAt = new long[trie.gateCount()];
        this.ofStates = trie.gateCount() + trie.endCount();
    }

    /** Begins a text of at most so many units. */
    void begin(int most) {
        start += length + 1;
        length = most;
        openedAt[PieceTrie.OPEN] = start;
        answer = AnswerSets.FIRST;
    }

    /** Notes that the text has come to a state. */
    void pass(DfaState state, int at) {
        add(ofStates + 2 * state.number(), state.passedIds());
        for (int gate : state.gates()) {
            if (openedAt[gate] < start && isOpen(trie.gateBefore(gate), at - trie.gateLength(gate))) {
                openedAt[gate] = start + at;
                add(gate, trie.gateIds(gate));
            }
        }
    }

    /** The answer for a text that ends in a state. */
    int[] end(DfaState state, int at) {
        if (answer != AnswerSets.FIRST || state.ends().length > 0) {
            return summed(state, at);
        }
        int[] known = state.answer();
        if (known == null) {
            known = summed(state, at);
            state.answer(known);
        }
        return known;
    }

    private int[] summed(DfaState state, int at) {
        add(ofStates + 2 * state.number() + 1, state.endedIds());
        for (int end : state.ends()) {
            if (isOpen(trie.endBefore(end), at - trie.endLength(end))) {
                add(trie.gateCount() + end, trie.endIds(end));
            }
        }
        return answers.ids(answer);
    }

    private boolean isOpen(int gate, int at) {
        long opened = openedAt[gate];
        return opened >= start && opened <= start + at;
    }

    private void add(int addition, int[] ids) {
        if (ids.length > 0) {
            answer = answers.with(answer, addition, ids);
        }
    }
}
