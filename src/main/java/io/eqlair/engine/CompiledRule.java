package io.eqlair.engine;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.eql.source.Source;
import org.jspecify.annotations.Nullable;

/** A rule that events can be shown. */
public final class CompiledRule {

    private final RuleDefinition definition;
    private final Source source;
    private final IndexPatterns indices;
    private final EventMatcher matcher;

    CompiledRule(RuleDefinition definition, Source source, EventMatcher matcher) {
        this.definition = definition;
        this.source = source;
        this.indices = new IndexPatterns(definition.indexPatterns());
        this.matcher = matcher;
    }

    public RuleDefinition definition() {
        return definition;
    }

    /** The text of the query, to quote clauses from. */
    public Source source() {
        return source;
    }

    boolean admits(@Nullable String index, boolean strict) {
        return indices.admit(index, strict);
    }

    EventMatcher matcher() {
        return matcher;
    }
}
