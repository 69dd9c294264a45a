package io.eqlair.engine;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.List;

/**
 * What is exempt from one rule, compiled for one field table. It is asked only about events that match the rule, so that a rule
 * that matches rarely pays rarely. Immutable but for the hits.
 */
final class RuleExemptions {

    /** Nothing is exempt. */
    static final RuleExemptions NONE = new RuleExemptions(List.of(), new RuleItems(0, 0));

    private final Compiled[] all;
    private final RuleItems items;

    private RuleExemptions(List<Compiled> all, RuleItems items) {
        this.all = all.toArray(Compiled[]::new);
        this.items = items;
    }

    /** An exemption that can be asked; several rules share it. */
    record Compiled(Exemption exemption, long expiresAt, EventMatcher matcher) {

        static Compiled of(Exemption exemption, FieldTable table) {
            long end = exemption.expiresAt() == null
                    ? Long.MAX_VALUE
                    : exemption.expiresAt().toEpochMilli();
            return new Compiled(exemption, end, exemption.condition().compile(table));
        }
    }

    static RuleExemptions of(List<Compiled> all, RuleItems items) {
        return all.isEmpty() ? NONE : new RuleExemptions(all, items);
    }

    boolean isEmpty() {
        return all.length == 0;
    }

    /**
     * What is left of the items that an event matches. The first exemption that takes one away is the one that counts.
     *
     * @param matched the items, as bits; those that are missing, and {@code until}, always stay
     * @param millis the time now, since 1970
     */
    long left(long matched, Event event, long millis) {
        long left = matched;
        for (int i = 0; i < all.length && (left & items.positive()) != 0; i++) {
            long taken = left & items.named(all[i].exemption().step());
            if (taken != 0 && millis < all[i].expiresAt() && all[i].matcher().matches(event)) {
                left &= ~taken;
                all[i].exemption().hits().add(millis);
            }
        }
        return left;
    }
}
