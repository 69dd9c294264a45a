package io.eqlair.engine;

import io.eqlair.engine.Detection.MatchedClause;
import io.eqlair.engine.index.IndexedStage;
import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.FieldNeeds;
import io.eqlair.eql.analysis.Filter;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.event.Event;
import io.eqlair.event.FieldTable;
import java.util.ArrayList;
import java.util.List;

/** A rule that events of one field table can be shown. */
public final class CompiledRule {

    /** What the events are asked. */
    sealed interface Body {

        /** One event suffices. */
        record Single(EventMatcher matcher) implements Body {}

        /** It takes several events, which are remembered. */
        record Several(ItemTable items) implements Body {}
    }

    private final CheckedRule checked;
    private final Body body;
    private final FieldNeeds needs;
    private final RuleExemptions exemptions;

    CompiledRule(CheckedRule checked, FieldTable table, List<RuleExemptions.Compiled> exemptions) {
        this.checked = checked;
        this.body = body(checked, table);
        this.needs = FieldNeeds.of(checked.query(), checked.definition().roles().category());
        this.exemptions = RuleExemptions.of(exemptions, RuleItems.of(checked.query()));
    }

    private static Body body(CheckedRule checked, FieldTable table) {
        String category = checked.definition().roles().category();
        return switch (checked.query()) {
            case AnalyzedQuery.Events query ->
                new Body.Single(new MatcherCompiler(table).deferred(query.filter(), category));
            case AnalyzedQuery.Sequence query -> new Body.Several(ItemTable.of(query, table, category));
            case AnalyzedQuery.Sample query -> new Body.Several(ItemTable.of(query, table, category));
        };
    }

    /** The rule as it was handed in. */
    public RuleDefinition definition() {
        return checked.definition();
    }

    /** The rule as it was checked, its text and its query among it. */
    public CheckedRule checked() {
        return checked;
    }

    /** The fields that it reads, and which of them it cannot match without. */
    FieldNeeds needs() {
        return needs;
    }

    /** How many detections it gives since its start: the least of its {@code head}s; more than enough without one. */
    long most() {
        return checked.query().limits().stream()
                .filter(limit -> limit.end() == Limit.End.HEAD)
                .mapToLong(Limit::count)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Which clauses an event satisfies that matches. */
    List<MatchedClause> clauses(EventMatcher matcher, Event event, int position) {
        return matcher.evidence(event).stream()
                .map(evidence -> new MatchedClause(
                        position,
                        evidence.field(),
                        evidence.value(),
                        checked.source().slice(evidence.clause())))
                .toList();
    }

    /** What the rule asks of single events, for an index in which the rule has the given number. */
    List<IndexedStage> stages(int rule) {
        List<Filter> filters = switch (checked.query()) {
            case AnalyzedQuery.Events query -> List.of(query.filter());
            case AnalyzedQuery.Sequence query -> ItemTable.filters(query);
            case AnalyzedQuery.Sample query -> ItemTable.filters(query);
        };
        List<IndexedStage> stages = new ArrayList<>();
        for (int item = 0; item < filters.size(); item++) {
            stages.add(new IndexedStage(
                    rule,
                    item,
                    filters.get(item),
                    definition().roles().category(),
                    definition().indexPatterns()));
        }
        return stages;
    }

    /** What is exempt from it. */
    RuleExemptions exemptions() {
        return exemptions;
    }

    Body body() {
        return body;
    }
}
