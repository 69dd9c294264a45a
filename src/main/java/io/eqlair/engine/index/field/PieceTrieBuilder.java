package io.eqlair.engine.index.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts patterns into pieces and gathers these into a {@link PieceTrie}. */
final class PieceTrieBuilder {

    private final Node anchored = new Node(0);
    private final Node floating = new Node(0);
    private final Step open = new Step(Steps.OPEN, Steps.OPEN, 0);
    private final List<Step> gates = new ArrayList<>(List.of(open));
    private final List<Step> ends = new ArrayList<>();

    /** Adds what holds for every text. */
    void always(int id) {
        open.ids().add(id);
    }

    /** Adds a text that stands for itself. */
    void literal(String text, boolean ignoreCase, int id) {
        Node node = anchored;
        for (int i = 0; i < text.length(); i++) {
            node = node.child(Tokens.unit(text.charAt(i), ignoreCase));
        }
        node.end(open, ends).ids().add(id);
    }

    /**
     * Adds a pattern with wildcards. In a run of them the stars become one that stands at the end, so that {@code *?*} is
     * {@code ?*}, and no piece but the first begins with any unit.
     */
    void wildcard(String pattern, boolean ignoreCase, int id) {
        Step gate = open;
        Node node = anchored;
        boolean star = false;
        for (int i = 0; i < pattern.length(); i++) {
            char unit = pattern.charAt(i);
            if (unit == '*') {
                star = true;
            } else if (unit == '?') {
                node = node.child(Tokens.ANY);
            } else {
                gate = star ? node.gate(gate, gates) : gate;
                node = (star ? floating : node).child(Tokens.unit(unit, ignoreCase));
                star = false;
            }
        }
        Step last = star ? node.gate(gate, gates) : node.end(gate, ends);
        last.ids().add(id);
    }

    /** Numbers the nodes: the two roots, then the others. */
    PieceTrie build() {
        List<Node> nodes = new ArrayList<>(List.of(anchored, floating));
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).number = i;
            nodes.addAll(nodes.get(i).children.values());
        }
        return new PieceTrie(nodes, new Steps(gates), new Steps(ends));
    }

    /** A beginning of pieces, or a whole one. */
    static final class Node {

        private final int depth;
        private Map<Integer, Node> children = Map.of();
        private Map<Integer, Step> gates = Map.of();
        private Map<Integer, Step> ends = Map.of();
        private int number;

        private Node(int depth) {
            this.depth = depth;
        }

        private Node child(int token) {
            children = children.isEmpty() ? new TreeMap<>() : children;
            return children.computeIfAbsent(token, absent -> new Node(depth + 1));
        }

        /** The gate between this piece and a star, which is the one before where there is no piece. */
        private Step gate(Step before, List<Step> all) {
            gates = gates.isEmpty() ? new TreeMap<>() : gates;
            return depth == 0 ? before : gates.computeIfAbsent(before.number(), absent -> step(before, all));
        }

        private Step end(Step before, List<Step> all) {
            ends = ends.isEmpty() ? new TreeMap<>() : ends;
            return ends.computeIfAbsent(before.number(), absent -> step(before, all));
        }

        private Step step(Step before, List<Step> all) {
            Step step = new Step(all.size(), before.number(), depth);
            all.add(step);
            return step;
        }

        int number() {
            return number;
        }

        /** The longer beginnings, by the token that they have more. */
        Map<Integer, Node> children() {
            return children;
        }

        /** The gates behind this piece, by the gate before it. */
        Map<Integer, Step> gates() {
            return gates;
        }

        /** The ends that this piece is, by the gate before it. */
        Map<Integer, Step> ends() {
            return ends;
        }
    }
}
