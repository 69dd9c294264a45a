package io.eqlair.engine.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which stages are meant for the events of an index. Thread-safe. */
final class Routes {

    /**
     * Indices that are shown to the same stages.
     *
     * @param number of the route, -1 where there are too many to number them
     */
    record Route(int number, BitSet stages) {}

    /** Rules that name the same patterns are routed together. */
    private record Group(IndexPatterns patterns, BitSet stages) {}

    private final List<Group> groups = new ArrayList<>();
    private final int mostRoutes;
    private final Map<BitSet, Route> routes = new HashMap<>();

    Routes(List<IndexedStage> stages, IndexBounds bounds) {
        this.mostRoutes = bounds.routes();
        Map<List<String>, BitSet> byPatterns = new HashMap<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            byPatterns
                    .computeIfAbsent(stages.get(stage).indexPatterns(), patterns -> new BitSet())
                    .set(stage);
        }
        byPatterns.forEach((patterns, some) -> groups.add(new Group(new IndexPatterns(patterns), some)));
    }

    /**
     * The route of an index.
     *
     * @param index null for events that name none
     * @param strict whether such events are kept from stages with index patterns
     */
    Route route(@Nullable String index, boolean strict) {
        BitSet stages = new BitSet();
        for (Group group : groups) {
            if (group.patterns().admit(index, strict)) {
                stages.or(group.stages());
            }
        }
        return numbered(stages);
    }

    private synchronized Route numbered(BitSet stages) {
        Route known = routes.get(stages);
        if (known != null) {
            return known;
        }
        if (routes.size() >= mostRoutes) {
            return new Route(-1, stages);
        }
        Route route = new Route(routes.size(), stages);
        routes.put(stages, route);
        return route;
    }
}
