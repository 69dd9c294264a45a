package io.eqlair.engine.index;

import java.util.Arrays;

/**
 * Follows a {@link PatternTrie} in all nodes at once where a text may be in it. A set is ascending, and holds no more
 * than is needed to tell what the text will match:
 *
 * <ul>
 *   <li>A predicate that holds whatever follows is in the set itself, as a number behind those of the nodes; nodes that
 *       serve only such predicates are left out.
 *   <li>Once a text has come to a star, it need not be anywhere before the star for the sake of the patterns behind it:
 *       taking each piece between stars at its first place leaves the most room for the rest.
 * </ul>
 *
 * <p>Not thread-safe.
 */
final class NodeSets {

    private final PatternTrie trie;
    private final UnitClasses classes;

    /** By predicate: whether it is known to hold. */
    private final boolean[] certain;

    /** By end of a pattern: the last star on the way to it that has been reached. */
    private final int[] reached;

    private int[] gathered = new int[64];
    private int count;

    NodeSets(PatternTrie trie, UnitClasses classes) {
        this.trie = trie;
        this.classes = classes;
        this.certain = new boolean[trie.places()];
        this.reached = new int[trie.endCount()];
        Arrays.fill(reached, PatternTrie.NONE);
    }

    /** The set before the first unit. */
    int[] first() {
        count = 0;
        arrive(0);
        return needed();
    }

    /** The set behind a unit of a class. */
    int[] behind(int[] set, int unitClass) {
        int exact = classes.exactToken(unitClass);
        int folded = classes.foldedToken(unitClass);
        count = 0;
        for (int member : set) {
            if (member >= trie.size()) {
                add(member);
            } else {
                if (trie.isLoop(member)) {
                    add(member);
                }
                arrive(trie.any(member));
                arrive(exact == Tokens.NONE ? PatternTrie.NONE : trie.child(member, exact));
                arrive(folded == Tokens.NONE ? PatternTrie.NONE : trie.child(member, folded));
            }
        }
        return needed();
    }

    /** Whether nothing that follows can change what is known. */
    boolean isFinal(int[] set) {
        return set.length == 0 || set[0] >= trie.size();
    }

    /** The predicates that hold where the text ends, by their places. */
    int[] places(int[] set) {
        boolean[] holds = new boolean[trie.places()];
        for (int member : set) {
            if (member >= trie.size()) {
                holds[member - trie.size()] = true;
            } else {
                for (int end = trie.firstEnd(member); end < trie.lastOwnEnd(member); end++) {
                    holds[trie.place(end)] = true;
                }
            }
        }
        return indices(holds);
    }

    private static int[] indices(boolean[] flags) {
        int[] indices = new int[flags.length];
        int found = 0;
        for (int i = 0; i < flags.length; i++) {
            if (flags[i]) {
                indices[found++] = i;
            }
        }
        return Arrays.copyOf(indices, found);
    }

    private void arrive(int node) {
        if (node != PatternTrie.NONE) {
            add(node);
            arrive(trie.star(node));
        }
    }

    private void add(int member) {
        if (count == gathered.length) {
            gathered = Arrays.copyOf(gathered, 2 * count);
        }
        gathered[count++] = member;
    }

    private int[] needed() {
        sortAndMark();
        int[] needed = new int[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (gathered[i] >= trie.size() || isNeeded(gathered[i])) {
                needed[kept++] = gathered[i];
            }
        }
        unmark();
        return Arrays.copyOf(needed, kept);
    }

    /** Ancestors come before descendants, so that the last star overwrites those before it. */
    private void sortAndMark() {
        Arrays.sort(gathered, 0, count);
        int nodes = 0;
        while (nodes < count && gathered[nodes] < trie.size()) {
            int node = gathered[nodes++];
            if (trie.isLoop(node)) {
                Arrays.fill(reached, trie.firstEnd(node), trie.lastEnd(node), node);
                for (int end = trie.firstEnd(node); end < trie.lastOwnEnd(node); end++) {
                    add(trie.size() + trie.place(end));
                }
            }
        }
        Arrays.sort(gathered, nodes, count);
        dropRepeated();
        for (int i = count - 1; i >= 0 && gathered[i] >= trie.size(); i--) {
            certain[gathered[i] - trie.size()] = true;
        }
    }

    private void dropRepeated() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || gathered[i] != gathered[kept - 1]) {
                gathered[kept++] = gathered[i];
            }
        }
        count = kept;
    }

    private void unmark() {
        for (int i = 0; i < count; i++) {
            int member = gathered[i];
            if (member >= trie.size()) {
                certain[member - trie.size()] = false;
            } else if (trie.isLoop(member)) {
                Arrays.fill(reached, trie.firstEnd(member), trie.lastEnd(member), PatternTrie.NONE);
            }
        }
    }

    /** Whether the node leads to an end that is of interest still, and not more easily reached from a later star. */
    private boolean isNeeded(int node) {
        for (int end = trie.firstEnd(node); end < trie.lastEnd(node); end++) {
            if (reached[end] <= node && !certain[trie.place(end)]) {
                return true;
            }
        }
        return false;
    }
}
