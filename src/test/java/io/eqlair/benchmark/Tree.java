package io.eqlair.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the objects of JSON documents, with their keys in the order given. */
final class Tree {

    private Tree() {}

    /** An object of keys and values in turn. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }
}
