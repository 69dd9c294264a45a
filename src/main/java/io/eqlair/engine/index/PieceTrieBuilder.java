package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts patterns into pieces and gathers these into a {@link PieceTrie}. */
final class PieceTrieBuilder {

    private final Node anchored = new Node(0);
    private final Node floating = new Node(0);
    private final Gate open = new Gate(0, PieceTrie.OPEN, 0);
    private final List<Gate> gates = new ArrayList<>(List.of(open));

    /** Adds what holds for every text. */
    void always(int id) {
        open.ids.add(id);
    }

    /** Adds a text that stands for itself. */
    void literal(String text, boolean ignoreCase, int id) {
        Node node = anchored;
        for (int i = 0; i < text.length(); i++) {
            node = node.child(Tokens.unit(text.charAt(i), ignoreCase));
        }
        node.end(open, id);
    }

    /**
     * Adds a pattern with wildcards. In a run of them the stars become one that stands at the end, so that {@code *?*} is
     * {@code ?*}, and no piece but the first begins with any unit.
     */
    void wildcard(String pattern, boolean ignoreCase, int id) {
        Gate gate = open;
        Node node = anchored;
        boolean star = false;
        for (int i = 0; i < pattern.length(); i++) {
            char unit = pattern.charAt(i);
            if (unit == '*') {
                star = true;
            } else if (unit == '?') {
                node = node.child(Tokens.ANY);
            } else {
                gate = star ? behind(node, gate) : gate;
                node = (star ? floating : node).child(Tokens.unit(unit, ignoreCase));
                star = false;
            }
        }
        if (star) {
            behind(node, gate).ids.add(id);
        } else {
            node.end(gate, id);
        }
    }

    /** The gate between a piece and a star, which is open where there is no piece. */
    private Gate behind(Node piece, Gate before) {
        return piece.depth == 0
                ? before
                : piece.gates.computeIfAbsent(before.number, absent -> {
                    Gate gate = new Gate(gates.size(), before.number, piece.depth);
                    gates.add(gate);
                    return gate;
                });
    }

    /** Numbers the nodes: the two roots, then the others. */
    PieceTrie build() {
        List<Node> nodes = new ArrayList<>(List.of(anchored, floating));
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).number = i;
            nodes.addAll(nodes.get(i).children.values());
        }
        return new PieceTrie(nodes, gates);
    }

    /** A beginning of pieces. */
    static final class Node {

        private final int depth;
        private final Map<Integer, Node> children = new TreeMap<>();
        private final Map<Integer, Gate> gates = new TreeMap<>();
        private final Map<Integer, Set<Integer>> ends = new TreeMap<>();
        private int number;

        private Node(int depth) {
            this.depth = depth;
        }

        private Node child(int token) {
            return children.computeIfAbsent(token, absent -> new Node(depth + 1));
        }

        private void end(Gate gate, int id) {
            ends.computeIfAbsent(gate.number, absent -> new TreeSet<>()).add(id);
        }

        int number() {
            return number;
        }

        int depth() {
            return depth;
        }

        /** The longer beginnings, by the token that they have more. */
        Map<Integer, Node> children() {
            return children;
        }

        /** The gates that a piece opens which ends here. */
        List<Gate> gates() {
            return List.copyOf(gates.values());
        }

        /** The predicates that hold if the text ends here as well, by the gate that must have been open before. */
        Map<Integer, Set<Integer>> ends() {
            return ends;
        }
    }

    /**
     * Stands between a piece and the star behind it.
     *
     * @param before the gate that must have been open before the piece
     * @param length of the piece
     * @param ids of the predicates that hold once it is open
     */
    record Gate(int number, int before, int length, Set<Integer> ids) {

        private Gate(int number, int before, int length) {
            this(number, before, length, new TreeSet<>());
        }
    }
}
