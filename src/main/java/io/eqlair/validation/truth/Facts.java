package io.eqlair.validation.truth;

import io.eqlair.eql.analysis.Predicate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken for granted of an event: predicates that hold, and others that do not. Not thread-safe: it belongs to
 * one decision.
 */
final class Facts {

    /** Of more facts, in all or of one field, only these are looked at, to bound the work. */
    private static final int MOST = 1_000;

    private static final int MOST_PER_FIELD = 32;

    private final Work work;
    private final Map<Predicate, Boolean> known;
    private final Map<String, List<Fact>> byField;

    Facts(Work work) {
        this(work, new HashMap<>(), new HashMap<>());
    }

    private Facts(Work work, Map<Predicate, Boolean> known, Map<String, List<Fact>> byField) {
        this.work = work;
        this.known = known;
        this.byField = byField;
    }

    Facts copy() {
        Map<String, List<Fact>> copied = new HashMap<>();
        byField.forEach((field, facts) -> copied.put(field, new ArrayList<>(facts)));
        return new Facts(work, new HashMap<>(known), copied);
    }

    int size() {
        return known.size();
    }

    void add(Predicate predicate, boolean holds) {
        if (known.size() >= MOST) {
            return;
        }
        known.put(predicate, holds);
        if (predicate instanceof Predicate.OfField ofField) {
            List<Fact> facts = byField.computeIfAbsent(ofField.field(), field -> new ArrayList<>());
            if (facts.size() < MOST_PER_FIELD) {
                facts.add(new Fact(ofField, holds));
            }
        }
    }

    /** What the facts say of a predicate. */
    Outcome outcome(Predicate predicate) {
        Boolean holds = known.get(predicate);
        if (holds != null) {
            return holds ? Outcome.ALWAYS : Outcome.NEVER;
        }
        return predicate instanceof Predicate.OfField ofField ? derived(ofField) : Outcome.DEPENDS;
    }

    private Outcome derived(Predicate.OfField predicate) {
        for (Fact fact : byField.getOrDefault(predicate.field(), List.of())) {
            if (!work.spend(steps(predicate) + steps(fact.predicate()))) {
                return Outcome.DEPENDS;
            }
            if (fact.holds() && Implication.holds(fact.predicate(), predicate)) {
                return Outcome.ALWAYS;
            }
            if (!fact.holds() && Implication.holds(predicate, fact.predicate())) {
                return Outcome.NEVER;
            }
        }
        return Outcome.DEPENDS;
    }

    private static int steps(Predicate.OfField predicate) {
        return switch (predicate) {
            case Predicate.OneOf oneOf -> oneOf.values().size();
            case Predicate.Like like -> like.patterns().size();
            default -> 1;
        };
    }

    private record Fact(Predicate.OfField predicate, boolean holds) {}
}
