package io.eqlair.api.shipper;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A log shipper: how it sends, and what it makes of the answer. */
interface Shipper {

    /**
     * What is asked before the first event.
     *
     * @param goesOn whether the shipper is content with the answer
     */
    record Question(Call call, Predicate<Reply> goesOn) {

        /** One to which any answer of the two hundreds will do. */
        static Question of(Call call) {
            return new Question(call, Reply::isGood);
        }
    }

    default String name() {
        return getClass().getSimpleName();
    }

    /** Whether it sends with actions, and so reads what became of each; else it has events alone, and looks at the status. */
    default boolean isBulk() {
        return true;
    }

    /** Whether it puts each event on a line of its own, without actions, so that a broken one is confined to its line. */
    default boolean sendsLines() {
        return false;
    }

    /** Whether refusals break off for it, as it makes the wrong thing of those that are complete. */
    default boolean believesNoRefusal() {
        return false;
    }

    /** The status that it is sent away with for a while, to come again. */
    default int again() {
        return believesNoRefusal() ? Reply.brokenOff().status() : isBulk() ? 429 : 503;
    }

    /** What it asks before it sends, in its order. */
    default List<Question> questions() {
        return List.of();
    }

    /** A batch. */
    Call deliver(List<Doc> events);

    /** What becomes of a batch of so many events. */
    Fate judge(int events, Reply reply);

    /** Body of the bulk protocol: an action before each document, every line with its end. */
    static String bulk(List<Doc> events, java.util.function.Function<Doc, String> action) {
        StringBuilder body = new StringBuilder();
        events.forEach(event -> body.append(action.apply(event))
                .append('\n')
                .append(event.json())
                .append('\n'));
        return body.toString();
    }

    /** The only member of an item: what became of an action. */
    static JsonNode result(JsonNode item) {
        return item.values().iterator().next();
    }

    /** Tells the events of an answer apart by the status of their items. */
    static Fate byItem(JsonNode items, Predicate<Integer> retried, Predicate<Integer> dropped) {
        SortedSet<Integer> again = new TreeSet<>();
        SortedSet<Integer> never = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            int status = result(items.get(i)).path("status").asInt();
            if (retried.test(status)) {
                again.add(i);
            } else if (dropped.test(status)) {
                never.add(i);
            }
        }
        return again.isEmpty() && never.isEmpty() ? new Fate.Acknowledged() : new Fate.ByItem(again, never);
    }

    /** Reads the status alone, as most do that send events without actions. */
    static Fate byStatus(Reply reply, Set<Integer> retried) {
        if (reply.isGood()) {
            return new Fate.Acknowledged();
        }
        return retried.contains(reply.status()) ? new Fate.RetriedWhole() : new Fate.Dropped();
    }
}
