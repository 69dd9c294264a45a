package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The pieces of many patterns between their stars, in two trees of tokens: of those that stand at the start of a text, and
 * of those that stand anywhere. Immutable.
 *
 * <p>A pattern is a chain of gates. A piece opens the gate behind it where it ends, if the gate before it was open where
 * it began. Patterns that begin with the same pieces share their gates. {@code C:\*.exe}, {@code *-enc*} and {@code
 * *-enc*bypass*} are
 *
 * <pre>
 * anchored    C → : → \         opens gate 1 if gate 0 is open, which it always is
 * floating    - → e → n → c     opens gate 2 if gate 0 is open: the second predicate holds
 *             b → y → … → s     opens gate 3 if gate 2 is open: the third predicate holds
 *             . → e → x → e     ends: the first predicate holds if the text ends as well, and gate 1 is open
 * </pre>
 */
final class PieceTrie {

    static final int NONE = -1;
    static final int ANCHORED = 0;
    static final int FLOATING = 1;

    /** The gate before the first piece. */
    static final int OPEN = 0;

    /** By node: where its edges begin; one more for the end of the last. */
    private final int[] edges;

    private final int[] edgeTokens;
    private final int[] edgeTargets;

    /** By node: the child behind any unit. */
    private final int[] any;

    /** By node: the gates that a piece opens which ends there. */
    private final int[][] opens;

    /** By node: the ends that a piece is which ends there. */
    private final int[][] ends;

    /** By gate. */
    private final int[] gateBefore;

    private final int[] gateLength;
    private final int[][] gateIds;

    /** Whether pieces follow. */
    private final boolean[] gateNeeded;

    /** By end. */
    private final int[] endBefore;

    private final int[] endLength;
    private final int[][] endIds;

    private final Set<Integer> tokens = new TreeSet<>();

    PieceTrie(List<PieceTrieBuilder.Node> nodes, List<PieceTrieBuilder.Gate> gates) {
        int size = nodes.size();
        edges = new int[size + 1];
        edgeTokens = new int[size];
        edgeTargets = new int[size];
        any = new int[size];
        opens = new int[size][];
        ends = new int[size][];
        List<End> allEnds = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            addEdges(node, nodes.get(node).children());
            opens[node] = nodes.get(node).gates().stream()
                    .mapToInt(PieceTrieBuilder.Gate::number)
                    .toArray();
            int first = allEnds.size();
            int depth = nodes.get(node).depth();
            nodes.get(node).ends().forEach((before, ids) -> allEnds.add(new End(before, depth, ids)));
            ends[node] = range(first, allEnds.size());
        }
        gateBefore = gates.stream().mapToInt(PieceTrieBuilder.Gate::before).toArray();
        gateLength = gates.stream().mapToInt(PieceTrieBuilder.Gate::length).toArray();
        gateIds = gates.stream().map(gate -> array(gate.ids())).toArray(int[][]::new);
        endBefore = allEnds.stream().mapToInt(End::before).toArray();
        endLength = allEnds.stream().mapToInt(End::length).toArray();
        gateNeeded = new boolean[gates.size()];
        IntStream.concat(Arrays.stream(gateBefore), Arrays.stream(endBefore)).forEach(gate -> gateNeeded[gate] = true);
        endIds = allEnds.stream().map(end -> array(end.ids())).toArray(int[][]::new);
    }

    private void addEdges(int node, Map<Integer, PieceTrieBuilder.Node> children) {
        any[node] = NONE;
        edges[node + 1] = edges[node];
        children.forEach((token, child) -> {
            tokens.add(token);
            if (token == Tokens.ANY) {
                any[node] = child.number();
            } else {
                edgeTokens[edges[node + 1]] = token;
                edgeTargets[edges[node + 1]++] = child.number();
            }
        });
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    private static int[] array(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All that pieces are made of. */
    Set<Integer> tokens() {
        return tokens;
    }

    /** Whether there are pieces that may stand anywhere. */
    boolean floats() {
        return edges[FLOATING] < edges[FLOATING + 1];
    }

    /** The child behind a token that is a unit, or {@link #NONE}. */
    int child(int node, int token) {
        int found = Arrays.binarySearch(edgeTokens, edges[node], edges[node + 1], token);
        return found < 0 ? NONE : edgeTargets[found];
    }

    /** The child behind any unit, or {@link #NONE}. */
    int any(int node) {
        return any[node];
    }

    /** The gates that a piece opens which ends at a node. */
    int[] opens(int node) {
        return opens[node];
    }

    /** The ends that a piece is which ends at a node. */
    int[] ends(int node) {
        return ends[node];
    }

    int gateCount() {
        return gateBefore.length;
    }

    int gateBefore(int gate) {
        return gateBefore[gate];
    }

    int gateLength(int gate) {
        return gateLength[gate];
    }

    /** The ids of the predicates that hold once a gate is open. */
    int[] gateIds(int gate) {
        return gateIds[gate];
    }

    /** Whether it can always be opened, and no piece follows on it: then nobody needs to know whether it is open. */
    boolean isLastAndAlone(int gate) {
        return gateBefore[gate] == OPEN && !gateNeeded[gate];
    }

    int endCount() {
        return endBefore.length;
    }

    int endBefore(int end) {
        return endBefore[end];
    }

    /** Whether no gate must be open before it. */
    boolean endsAlone(int end) {
        return endBefore[end] == OPEN;
    }

    int endLength(int end) {
        return endLength[end];
    }

    /** The ids of the predicates that hold if the text ends with the piece. */
    int[] endIds(int end) {
        return endIds[end];
    }

    /** The last piece of patterns without a star at the end. */
    private record End(int before, int length, Set<Integer> ids) {}
}
