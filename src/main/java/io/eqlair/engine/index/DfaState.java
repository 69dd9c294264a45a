package io.eqlair.engine.index;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A state of a {@link LazyDfa}: where a text is, and which pieces it has just come to the end of. */
final class DfaState {

    private final int number;
    private final int[] nodes;
    private final int[] passedIds;
    private final int[] gates;
    private final int[] endedIds;
    private final int[] ends;
    private int @Nullable [] answer;

    DfaState(int number, int[] nodes, PieceTrie trie) {
        this.number = number;
        this.nodes = nodes;
        int[] allGates = each(nodes, trie::opens, gate -> true);
        int[] allEnds = each(nodes, trie::ends, end -> true);
        this.passedIds = sorted(each(allGates, gate -> trie.gateIds(gate), trie::isLastAndAlone));
        this.gates = each(allGates, gate -> new int[] {gate}, gate -> !trie.isLastAndAlone(gate));
        this.endedIds = sorted(each(allEnds, end -> trie.endIds(end), trie::endsAlone));
        this.ends = each(allEnds, end -> new int[] {end}, end -> !trie.endsAlone(end));
    }

    private static int[] each(int[] indices, IntFunction<int[]> all, IntPredicate which) {
        return Arrays.stream(indices)
                .filter(which)
                .flatMap(index -> Arrays.stream(all.apply(index)))
                .toArray();
    }

    private static int[] sorted(int[] ids) {
        return Arrays.stream(ids).sorted().distinct().toArray();
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

    /** Whether pieces end here on which a star follows. */
    boolean isEventful() {
        return passedIds.length + gates.length > 0;
    }

    /** The ids of predicates that hold for every text that comes here. */
    int[] passedIds() {
        return passedIds;
    }

    /** The gates that are opened if others are open. */
    int[] gates() {
        return gates;
    }

    /** The ids of predicates that hold for every text that ends here. */
    int[] endedIds() {
        return endedIds;
    }

    /** The ends that hold for a text that ends here if gates are open. */
    int[] ends() {
        return ends;
    }

    /** The answer for texts that end here and have come to the end of no piece before, if it is known. */
    int @Nullable [] answer() {
        return answer;
    }

    void answer(int[] ids) {
        answer = ids;
    }
}
