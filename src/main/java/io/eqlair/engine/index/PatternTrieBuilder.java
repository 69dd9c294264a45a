package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers patterns into a tree in which those with the same beginning share it. */
final class PatternTrieBuilder {

    private final Node root = new Node();

    /** Adds a text that stands for itself. */
    void literal(String text, boolean ignoreCase, int place) {
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = node.child(Tokens.unit(text.charAt(i), ignoreCase));
        }
        node.accept(place);
    }

    /**
     * Adds a pattern with wildcards. In a run of them the stars become one that stands at the end, so that {@code *?*}
     * and {@code ?*} are one path.
     */
    void wildcard(String pattern, boolean ignoreCase, int place) {
        Node node = root;
        boolean star = false;
        for (int i = 0; i < pattern.length(); i++) {
            char unit = pattern.charAt(i);
            if (unit == '*') {
                star = true;
            } else if (unit == '?') {
                node = node.child(Tokens.ANY);
            } else {
                node = (star ? node.child(Tokens.STAR) : node).child(Tokens.unit(unit, ignoreCase));
                star = false;
            }
        }
        (star ? node.child(Tokens.STAR) : node).accept(place);
    }

    /** Numbers the nodes from the root downwards, each before its children, and all below a node in one run. */
    PatternTrie build(int places) {
        List<Node> order = new ArrayList<>();
        List<Node> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            node.number = order.size();
            order.add(node);
            open.addAll(node.children.values());
        }
        return new PatternTrie(order, places);
    }

    /** A beginning of patterns. */
    static final class Node {

        private final Map<Integer, Node> children = new TreeMap<>();
        private final List<Integer> places = new ArrayList<>();
        private int number;

        private Node child(int token) {
            return children.computeIfAbsent(token, absent -> new Node());
        }

        private void accept(int place) {
            if (!places.contains(place)) {
                places.add(place);
            }
        }

        int number() {
            return number;
        }

        Map<Integer, Node> children() {
            return children;
        }

        /** The predicates of which a pattern ends here. */
        List<Integer> places() {
            return places;
        }
    }
}
