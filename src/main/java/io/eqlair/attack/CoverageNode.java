package io.eqlair.attack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tactic, technique or sub-technique while rules are gathered below it. Of two names that rules give it the first is
 * kept.
 */
final class CoverageNode {

    private final String id;
    private final String name;
    private final Map<String, CoveredRule> rules = new LinkedHashMap<>();
    private final Map<String, CoverageNode> children = new TreeMap<>();

    CoverageNode(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** What stands below it with an id, made on first use. */
    CoverageNode child(String id, String name) {
        return children.computeIfAbsent(id, key -> new CoverageNode(key, name));
    }

    void add(CoveredRule rule) {
        rules.putIfAbsent(rule.key(), rule);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /** Each once, in the order of their files. */
    Collection<CoveredRule> rules() {
        return rules.values();
    }

    /** In the order of their ids. */
    Collection<CoverageNode> children() {
        return children.values();
    }

    int active() {
        return (int) rules.values().stream().filter(CoveredRule::active).count();
    }

    /** How many rules cover it. */
    int score() {
        return (int) rules.values().stream().filter(CoveredRule::covers).count();
    }

    long alerts() {
        return rules.values().stream().mapToLong(CoveredRule::alerts).sum();
    }
}
