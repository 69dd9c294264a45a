package io.eqlair.engine.reference;

import java.util.List;

/**
 * Puts an engine before a judge. Where something is wrong, events are left out as long as it stays wrong, and what
 * remains is the message.
 */
record Trial(Judge judge, List<String> queries, Delivery delivery) {

    /**
     * What is wrong, empty where nothing is.
     *
     * @param seed what {@link SequenceCases} made the queries and events from
     */
    String complaint(long seed) {
        List<String> verdicts = judge.verdicts(queries, delivery);
        for (int i = 0; i < queries.size(); i++) {
            if (!verdicts.get(i).isEmpty()) {
                return "seed " + seed + ": " + reproduction(queries.get(i), verdicts.get(i));
            }
        }
        return "";
    }

    private String reproduction(String query, String verdict) {
        boolean alone = !verdict(query, delivery).isEmpty();
        Delivery least = alone ? shrunk(query, delivery) : delivery;
        String rest = alone ? verdict(query, least) : verdict + "\ntogether with " + queries;
        return query + "\n" + least + "\n" + rest;
    }

    /** Leaves out one act after the other, from the end, until none can be spared. */
    private Delivery shrunk(String query, Delivery failing) {
        for (int i = failing.acts().size() - 1; i >= 0; i--) {
            Delivery fewer = failing.without(i);
            if (!verdict(query, fewer).isEmpty()) {
                return shrunk(query, fewer);
            }
        }
        return failing;
    }

    private String verdict(String query, Delivery other) {
        return judge.verdicts(List.of(query), other).getFirst();
    }
}
