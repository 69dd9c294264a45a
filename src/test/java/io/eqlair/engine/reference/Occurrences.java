package io.eqlair.engine.reference;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.eql.analysis.Stage;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the events that fit one item of a query, by join key. */
final class Occurrences {

    private final MatcherCompiler compiler;
    private final JoinKeys joinKeys;
    private final String categoryField;

    Occurrences(FieldTable table, EventRoles roles) {
        this.compiler = new MatcherCompiler(table);
        this.joinKeys = new JoinKeys(table);
        this.categoryField = roles.category();
    }

    /** The events that fit, in the order of the list, under each of their keys. */
    Map<Key, List<Placed>> of(Stage stage, List<Placed> events) {
        EventMatcher matcher = compiler.compile(stage.filter(), categoryField);
        Map<Key, List<Placed>> found = new LinkedHashMap<>();
        for (Placed placed : events) {
            if (matcher.matches(placed.event())) {
                joinKeys.of(placed.event(), stage.keys())
                        .forEach(key -> found.computeIfAbsent(key, unseen -> new ArrayList<>())
                                .add(placed));
            }
        }
        return found;
    }
}
