package io.eqlair.engine.index;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Patterns of many predicates as one tree of tokens, in arrays. Nodes are numbered from the root downwards, so that a
 * node's descendants are a run of numbers, and the predicates that end below it a run of {@link #ends}. Immutable.
 */
final class PatternTrie {

    static final int NONE = -1;

    /** By node: where its edges begin; one more for the end of the last. */
    private final int[] edges;

    private final int[] edgeTokens;
    private final int[] edgeTargets;

    /** By node: the child behind any one unit. */
    private final int[] any;

    /** By node: the child behind any run of units. */
    private final int[] star;

    /** By node: whether the node is one behind a star, in which any further unit is taken. */
    private final boolean[] loops;

    /** By node: where the predicates begin that end there or below; one more for the end of the last. */
    private final int[] firstEnd;

    /** By node: behind its last descendant. */
    private final int[] behind;

    private final int[] ends;
    private final int places;
    private final Set<Integer> tokens = new TreeSet<>();

    PatternTrie(List<PatternTrieBuilder.Node> nodes, int places) {
        int size = nodes.size();
        int edgeCount = nodes.stream().mapToInt(node -> node.children().size()).sum();
        int endCount = nodes.stream().mapToInt(node -> node.places().size()).sum();
        this.edges = new int[size + 1];
        this.edgeTokens = new int[edgeCount];
        this.edgeTargets = new int[edgeCount];
        this.any = filled(size);
        this.star = filled(size);
        this.loops = new boolean[size];
        this.firstEnd = new int[size + 1];
        this.behind = new int[size];
        this.ends = new int[endCount];
        this.places = places;
        for (int node = 0; node < size; node++) {
            addEdges(node, nodes.get(node).children());
            addEnds(node, nodes.get(node).places());
        }
        for (int node = size - 1; node >= 0; node--) {
            behind[node] = nodes.get(node).children().values().stream()
                    .mapToInt(child -> behind[child.number()])
                    .max()
                    .orElse(node + 1);
        }
    }

    private void addEdges(int node, Map<Integer, PatternTrieBuilder.Node> children) {
        edges[node + 1] = edges[node];
        children.forEach((token, child) -> {
            tokens.add(token);
            if (token == Tokens.ANY) {
                any[node] = child.number();
            } else if (token == Tokens.STAR) {
                star[node] = child.number();
                loops[child.number()] = true;
            } else {
                edgeTokens[edges[node + 1]] = token;
                edgeTargets[edges[node + 1]++] = child.number();
            }
        });
    }

    private void addEnds(int node, List<Integer> places) {
        firstEnd[node + 1] = firstEnd[node];
        for (int place : places) {
            ends[firstEnd[node + 1]++] = place;
        }
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    int size() {
        return any.length;
    }

    /** How many predicates the patterns are of. */
    int places() {
        return places;
    }

    /** All that patterns are made of. */
    Set<Integer> tokens() {
        return tokens;
    }

    /** The child behind a token that is a unit, or {@link #NONE}. */
    int child(int node, int token) {
        int found = Arrays.binarySearch(edgeTokens, edges[node], edges[node + 1], token);
        return found < 0 ? NONE : edgeTargets[found];
    }

    int any(int node) {
        return any[node];
    }

    int star(int node) {
        return star[node];
    }

    boolean isLoop(int node) {
        return loops[node];
    }

    /** How many patterns end at nodes, counted as often as they belong to predicates. */
    int endCount() {
        return ends.length;
    }

    /** The predicate to which an end belongs. */
    int place(int end) {
        return ends[end];
    }

    /** The first of the ends at a node or below it. */
    int firstEnd(int node) {
        return firstEnd[node];
    }

    /** Behind the ends at a node itself. */
    int lastOwnEnd(int node) {
        return firstEnd[node + 1];
    }

    /** Behind the ends at a node or below it. */
    int lastEnd(int node) {
        return firstEnd[behind[node]];
    }
}
