package io.eqlair.engine.index.field;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A state of a {@link LazyDfa}: where a text is, and which pieces it has just come to the end of. */
final class DfaState {

    private final int number;
    private final int[] nodes;
    private final int[] passedIds;
    private final boolean telling;
    private final int[] freeGates;
    private final Dependents otherGates;
    private final int[] endedIds;
    private final Dependents otherEnds;
    private int @Nullable [] answer;

    DfaState(int number, int[] nodes, PieceTrie trie) {
        this.number = number;
        this.nodes = nodes;
        int[] gates = each(nodes, trie::gates);
        int[] ends = each(nodes, trie::ends);
        this.freeGates = free(gates, trie.gates());
        this.passedIds = each(freeGates, trie.gates()::ids);
        this.telling = passedIds.length > 0;
        this.otherGates = new Dependents(gates, trie.gates());
        this.endedIds = each(free(ends, trie.ends()), trie.ends()::ids);
        this.otherEnds = new Dependents(ends, trie.ends());
    }

    private static int[] free(int[] numbers, Steps steps) {
        return Arrays.stream(numbers).filter(steps::isFree).toArray();
    }

    private static int[] each(int[] numbers, IntFunction<int[]> all) {
        return Arrays.stream(numbers)
                .flatMap(number -> Arrays.stream(all.apply(number)))
                .toArray();
    }

    int number() {
        return number;
    }

    /** Where in the trie the text is. */
    int[] nodes() {
        return nodes;
    }

    /** Whether nothing that follows matters. */
    boolean isDead() {
        return nodes.length == 0;
    }

    /** Whether pieces end here behind which there is a star. */
    boolean isEventful() {
        return freeGates.length > 0 || !otherGates.isEmpty();
    }

    /** Whether there are {@link #passedIds}. */
    boolean isTelling() {
        return telling;
    }

    /** The ids of predicates that hold for every text that comes here. */
    int[] passedIds() {
        return passedIds;
    }

    /** The gates that every text opens that comes here. */
    int[] freeGates() {
        return freeGates;
    }

    /** The gates that a text opens that comes here if other gates are open. */
    Dependents otherGates() {
        return otherGates;
    }

    /** The ids of predicates that hold for every text that ends here. */
    int[] endedIds() {
        return endedIds;
    }

    /** The ends that count for a text that ends here if gates are open. */
    Dependents otherEnds() {
        return otherEnds;
    }

    /** The answer for texts that end here and of which nothing was known before, once it was asked for. */
    int @Nullable [] answer() {
        return answer;
    }

    void answer(int[] ids) {
        answer = ids;
    }
}
