package io.eqlair.engine;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.MatcherCompiler;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Limit;
import io.eqlair.event.FieldTable;
import org.jspecify.annotations.Nullable;

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
    private final IndexPatterns indices;
    private final Body body;

    CompiledRule(CheckedRule checked, FieldTable table) {
        this.checked = checked;
        this.indices = new IndexPatterns(checked.definition().indexPatterns());
        this.body = body(checked, table);
    }

    private static Body body(CheckedRule checked, FieldTable table) {
        String category = checked.definition().roles().category();
        return switch (checked.query()) {
            case AnalyzedQuery.Events query ->
                new Body.Single(new MatcherCompiler(table).compile(query.filter(), category));
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

    /** How many detections it gives since its start: the least of its {@code head}s; more than enough without one. */
    long most() {
        return checked.query().limits().stream()
                .filter(limit -> limit.end() == Limit.End.HEAD)
                .mapToLong(Limit::count)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    boolean admits(@Nullable String index, boolean strict) {
        return indices.admit(index, strict);
    }

    Body body() {
        return body;
    }
}
