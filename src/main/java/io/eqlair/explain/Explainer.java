package io.eqlair.explain;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.PendingSequences;
import io.eqlair.engine.index.IndexPatterns;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.parser.EqlParser;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import io.eqlair.event.FieldTable;
import io.eqlair.explain.Explanation.Visibility;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says of single events why a rule matches them, or does not. Costly to make, and then asked as often as needed. Thread-safe. */
public final class Explainer {

    private final CheckedRule rule;
    private final boolean strict;
    private final EventReader reader;
    private final IndexPatterns patterns;
    private final @Nullable Question single;
    private final @Nullable StageQuestions several;

    /**
     * An explainer of one rule.
     *
     * @param settings of the engine whose verdicts are explained
     * @param limits those that the rule's text was read with
     * @param clock gives the time of events that do not say theirs
     */
    public Explainer(CheckedRule rule, EngineSettings settings, EqlLimits limits, InstantSource clock) {
        Query written = EqlParser.parse(rule.source(), limits).query();
        FieldTable table = settings.roles().table(fields(rule, written));
        QuestionCompiler compiler =
                new QuestionCompiler(rule.source(), rule.definition().roles(), table);
        this.rule = rule;
        this.strict = settings.strictRouting();
        this.reader = new EventReader(table, settings.roles(), settings.limits(), clock, () -> 0);
        this.patterns = new IndexPatterns(rule.definition().indexPatterns());
        this.single = written instanceof Query.EventQuery event ? compiler.question(event.filter()) : null;
        this.several = stages(rule, written, compiler, table);
    }

    private static Set<String> fields(CheckedRule rule, Query written) {
        Set<String> fields = new TreeSet<>(rule.query().fields());
        fields.add(rule.definition().roles().category());
        FieldNames.collect(written, fields);
        return fields;
    }

    private static @Nullable StageQuestions stages(
            CheckedRule rule, Query written, QuestionCompiler compiler, FieldTable table) {
        String category = rule.definition().roles().category();
        StageCompiler stages = new StageCompiler(rule.source(), compiler);
        return switch (rule.query()) {
            case AnalyzedQuery.Events events -> null;
            case AnalyzedQuery.Sequence sequence ->
                stages.sequence((Query.SequenceQuery) written, sequence, ItemTable.of(sequence, table, category));
            case AnalyzedQuery.Sample sample ->
                stages.sample((Query.SampleQuery) written, sample, ItemTable.of(sample, table, category));
        };
    }

    /** Reads the events that are explained. */
    public EventReader reader() {
        return reader;
    }

    /**
     * What the rule makes of an event.
     *
     * @param event from {@link #reader}
     * @param pending what the live engine remembers for the rule; null where it does not run
     */
    public Explanation explain(Event event, @Nullable PendingSequences pending) {
        List<String> shown = rule.definition().indexPatterns();
        Visibility index = new Visibility(event.index(), shown, patterns.admit(event.index(), strict));
        if (several != null) {
            return several.explain(event, index, pending);
        }
        Node condition = single == null ? null : single.ask(event);
        boolean matches = index.visible() && condition != null && condition.verdict();
        return new Explanation(matches, Summary.of(index, condition), index, condition, List.of(), List.of());
    }
}
