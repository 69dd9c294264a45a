package io.eqlair.engine.index.field;

import java.util.Arrays;

/**
 * Follows a {@link PieceTrie} in all nodes at once where a text may be in it: from its start in one tree, and from
 * everywhere in the other. Sets are ascending. Not thread-safe.
 */
final class NodeSets {

    private static final int USUAL = 64;

    private final PieceTrie trie;
    private final UnitClasses classes;
    private int[] gathered = new int[USUAL];
    private int count;

    NodeSets(PieceTrie trie, UnitClasses classes) {
        this.trie = trie;
        this.classes = classes;
    }

    /** The set before the first unit. */
    int[] first() {
        count = 0;
        add(PieceTrie.ANCHORED);
        return withFloating();
    }

    /** The set behind a unit of a class. */
    int[] behind(int[] set, int unitClass) {
        int exact = classes.exactToken(unitClass);
        int folded = classes.foldedToken(unitClass);
        count = 0;
        for (int node : set) {
            add(trie.any(node));
            add(trie.child(node, exact));
            add(trie.child(node, folded));
        }
        return withFloating();
    }

    private int[] withFloating() {
        if (trie.floats()) {
            add(PieceTrie.FLOATING);
        }
        Arrays.sort(gathered, 0, count);
        return Arrays.copyOf(gathered, count);
    }

    private void add(int node) {
        if (node == PieceTrie.NONE) {
            return;
        }
        if (count == gathered.length) {
            gathered = Arrays.copyOf(gathered, 2 * count);
        }
        gathered[count++] = node;
    }
}
