package io.eqlair.engine.index.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pieces of many patterns between their stars, in two trees of tokens: of those that stand at the start of a text, and
 * of those that stand anywhere. Immutable.
 *
 * <p>A pattern is a chain of gates. A piece opens the gate behind it where it ends, if the gate before it was open where
 * it began. Patterns that begin with the same pieces share their gates. {@code C:\*.exe}, {@code *-enc*} and {@code
 * *-enc*bypass*} are
 *
 * <pre>
 * anchored   C → : → \        opens gate 1 if gate 0 is open, which it always is
 * floating   - → e → n → c    opens gate 2 if gate 0 is open, and the second pattern matches
 *            b → y → … → s    opens gate 3 if gate 2 is open, and the third pattern matches
 *            . → e → x → e    is end 0: the first pattern matches if gate 1 is open, and the text ends as well
 * </pre>
 *
 * <p>To open a gate at the first opportunity is right, because that leaves the most room for the pieces that follow.
 */
final class PieceTrie {

    static final int NONE = -1;
    static final int ANCHORED = 0;
    static final int FLOATING = 1;

    private static final int[] NO_STEPS = {};

    /** By node: where its edges begin; one more for the end of the last. */
    private final int[] edges;

    private final int[] edgeTokens;
    private final int[] edgeTargets;

    /** By node: the child behind any unit. */
    private final int[] any;

    private final int[][] nodeGates;
    private final int[][] nodeEnds;
    private final Steps gates;
    private final Steps ends;
    private final Set<Integer> tokens = new TreeSet<>();

    PieceTrie(List<PieceTrieBuilder.Node> nodes, Steps gates, Steps ends) {
        this.edges = new int[nodes.size() + 1];
        this.edgeTokens = new int[nodes.size()];
        this.edgeTargets = new int[nodes.size()];
        this.any = new int[nodes.size()];
        this.nodeGates = new int[nodes.size()][];
        this.nodeEnds = new int[nodes.size()][];
        this.gates = gates;
        this.ends = ends;
        for (PieceTrieBuilder.Node node : nodes) {
            addEdges(node.number(), node.children());
            nodeGates[node.number()] = numbers(node.gates());
            nodeEnds[node.number()] = numbers(node.ends());
        }
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

    private static int[] numbers(Map<Integer, Step> steps) {
        return steps.isEmpty()
                ? NO_STEPS
                : steps.values().stream().mapToInt(Step::number).toArray();
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

    Steps gates() {
        return gates;
    }

    Steps ends() {
        return ends;
    }

    /** The gates behind the piece that ends at a node. */
    int[] gates(int node) {
        return nodeGates[node];
    }

    /** The ends that the piece is which ends at a node. */
    int[] ends(int node) {
        return nodeEnds[node];
    }
}
