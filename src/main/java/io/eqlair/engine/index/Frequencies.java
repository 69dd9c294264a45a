package io.eqlair.engine.index;

import io.eqlair.eql.analysis.Predicate;
import java.util.List;

/**
 * How often predicates are true and fields are there: first a guess from their form, then more and more what was seen of
 * the stream. Thread-safe.
 */
final class Frequencies {

    /** How many events a guess weighs as much as. */
    private static final int WEIGHT_OF_GUESS = 64;

    private static final double USUAL_PRESENCE = 0.5;
    private static final double RARE = 0.01;
    private static final double COMMON = 0.1;

    /** A pattern of fewer fixed characters fits much. */
    private static final int FEW = 4;

    private final PredicateTable predicates;
    private final double[] guesses;
    private final int[] holds;
    private final int[] present;
    private volatile int events;

    Frequencies(PredicateTable predicates) {
        this.predicates = predicates;
        this.guesses = new double[predicates.size()];
        this.holds = new int[predicates.size()];
        this.present = new int[predicates.fields().size()];
        for (int i = 0; i < guesses.length; i++) {
            guesses[i] = guess(predicates.predicate(i));
        }
    }

    /** Takes over what was learned about the predicates and fields that are still there. */
    synchronized void learnFrom(Frequencies previous) {
        synchronized (previous) {
            events = previous.events;
            for (int i = 0; i < holds.length; i++) {
                int before = previous.predicates.find(predicates.predicate(i));
                holds[i] = before < 0 ? (int) (guesses[i] * events) : previous.holds[before];
            }
            for (int slot = 0; slot < present.length; slot++) {
                int before = previous.predicates
                        .fields()
                        .slotOrNone(predicates.fields().name(slot));
                present[slot] = before < 0 ? (int) (USUAL_PRESENCE * events) : previous.present[before];
            }
        }
    }

    /**
     * Takes note of an event of which everything is known.
     *
     * @param truth by predicate, whether it is true: those with the stamp are
     * @param fieldsThere the slots of the fields that have values
     * @return how many events were seen by now
     */
    synchronized int record(int[] truth, int stamp, List<Integer> fieldsThere) {
        int seen = events + 1;
        events = seen;
        for (int i = 0; i < holds.length; i++) {
            holds[i] += truth[i] == stamp ? 1 : 0;
        }
        fieldsThere.forEach(slot -> present[slot]++);
        return seen;
    }

    /** How many events were looked at. */
    int events() {
        return events;
    }

    /** The share of events for which a predicate is true: above 0 and below 1. */
    synchronized double holds(int predicate) {
        if (predicates.slot(predicate) < 0) {
            return guesses[predicate];
        }
        return (holds[predicate] + WEIGHT_OF_GUESS * guesses[predicate]) / (events + WEIGHT_OF_GUESS);
    }

    /** The share of events in which a field has values: above 0 and below 1. */
    synchronized double present(int slot) {
        return (present[slot] + WEIGHT_OF_GUESS * USUAL_PRESENCE) / (events + WEIGHT_OF_GUESS);
    }

    private static double guess(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Exists exists -> USUAL_PRESENCE;
            case Predicate.OneOf oneOf -> guess(oneOf.field(), oneOf.values().size());
            case Predicate.Like like -> guess(like);
            default -> USUAL_PRESENCE / 2;
        };
    }

    /** The fewer characters a pattern fixes, the more it fits. */
    private static double guess(Predicate.Like like) {
        int fixed = like.patterns().stream()
                .mapToInt(pattern ->
                        (int) pattern.chars().filter(c -> c != '*' && c != '?').count())
                .min()
                .orElse(0);
        double one = guess(like.field(), like.patterns().size());
        return fixed < FEW ? Math.min(USUAL_PRESENCE, one * Math.pow(FEW, FEW - fixed)) : one;
    }

    /** Where nothing is known yet: an event's kind is shared by many, what it is about by few. */
    private static double guess(String field, int alternatives) {
        double one = field.startsWith("event.") || field.startsWith("host.") ? COMMON : RARE;
        return Math.min(USUAL_PRESENCE, one * alternatives);
    }
}
