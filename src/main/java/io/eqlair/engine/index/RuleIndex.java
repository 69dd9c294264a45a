package io.eqlair.engine.index;

import io.eqlair.engine.index.field.ValuePlan;
import io.eqlair.eql.analysis.Condition;
import io.eqlair.eql.analysis.Predicate;
import io.eqlair.eql.source.Span;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The conditions of a rule set, made ready to be found by the events that satisfy them. Thread-safe. */
public final class RuleIndex {

    private static final Span NOWHERE = new Span(0, 0);

    private final IndexBounds bounds;
    private final List<IndexedStage> stages;
    private final PredicateTable predicates;
    private final List<Clause> conditions = new ArrayList<>();
    private final @Nullable ValuePlan[] plans;
    private final KeyFields keyFields;
    private final Routes routes;
    private final Frequencies frequencies;
    private final AtomicBoolean choosing = new AtomicBoolean();
    private volatile Selection selection;
    private volatile int nextChoice;

    private RuleIndex(List<IndexedStage> stages, FieldTable fields, IndexBounds bounds) {
        this.bounds = bounds;
        this.nextChoice = bounds.firstChoice();
        this.stages = List.copyOf(stages);
        this.predicates = new PredicateTable(fields);
        stages.forEach(stage -> conditions.add(predicates.clause(condition(stage))));
        this.plans = predicates.plans();
        this.keyFields = KeyFields.of(predicates, conditions);
        this.routes = new Routes(stages, bounds);
        this.frequencies = new Frequencies(predicates);
        this.selection = newSelection();
    }

    /** An index of stages whose fields are in the table. */
    public static RuleIndex of(List<IndexedStage> stages, FieldTable fields) {
        return of(stages, fields, IndexBounds.DEFAULT);
    }

    static RuleIndex of(List<IndexedStage> stages, FieldTable fields, IndexBounds bounds) {
        return new RuleIndex(stages, fields, bounds);
    }

    /** Takes over what another index has learned of the stream, as far as it asks the same. */
    public void learnFrom(RuleIndex previous) {
        frequencies.learnFrom(previous.frequencies);
        nextChoice = Math.max(bounds.firstChoice(), previous.nextChoice);
        choose();
    }

    private static Condition condition(IndexedStage stage) {
        String category = stage.filter().category();
        if (category == null) {
            return stage.filter().condition();
        }
        Predicate isCategory = new Predicate.OneOf(stage.categoryField(), List.of(category), false);
        List<Condition> operands = new ArrayList<>();
        operands.add(new Condition.Test(isCategory, NOWHERE));
        if (stage.filter().condition() instanceof Condition.All all) {
            operands.addAll(all.operands());
        } else {
            operands.add(stage.filter().condition());
        }
        return new Condition.All(operands);
    }

    /**
     * A matcher for one thread.
     *
     * @param strict whether events that name no index are kept from stages with index patterns
     */
    public CandidateMatcher newMatcher(boolean strict) {
        return new CandidateMatcher(this, strict);
    }

    /** The stages, by number. */
    public List<IndexedStage> stages() {
        return stages;
    }

    /**
     * What a stage costs an average event, in nanoseconds: an estimate from the form of its condition, and from what was seen
     * of the stream so far.
     */
    public double cost(int stage) {
        return selection.cost(stage);
    }

    /** How many stages have no required term, so that every event of their kind asks them. */
    public int unindexed() {
        return selection.general().always().length;
    }

    private Selection newSelection() {
        return new Selection(predicates, keyFields, frequencies, conditions, bounds);
    }

    IndexBounds bounds() {
        return bounds;
    }

    /** Whether all events are still looked at, to learn how often predicates are true. */
    boolean isNew() {
        return frequencies.events() < bounds.firstChoice();
    }

    PredicateTable predicates() {
        return predicates;
    }

    @Nullable
    ValuePlan plan(int group) {
        return plans[group];
    }

    KeyFields keyFields() {
        return keyFields;
    }

    Routes routes() {
        return routes;
    }

    Selection selection() {
        return selection;
    }

    /** Takes note of an event of which everything is known, and chooses anew once enough is. */
    void learn(int[] truth, int stamp, List<Integer> fieldsThere) {
        if (frequencies.record(truth, stamp, fieldsThere) >= nextChoice && choosing.compareAndSet(false, true)) {
            nextChoice *= 2;
            choose();
            choosing.set(false);
        }
    }

    private void choose() {
        selection = newSelection();
    }
}
