package io.eqlair.catalog;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.source.EqlLimits;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks queries, or knows from an earlier load that they are in order. Thread-safe. */
final class QueryChecks {

    private final EqlLimits limits;
    private final Map<RuleDefinition, CheckedRule> known;

    private QueryChecks(EqlLimits limits, Map<RuleDefinition, CheckedRule> known) {
        this.limits = limits;
        this.known = known;
    }

    /** Nothing is known. */
    static QueryChecks with(EqlLimits limits) {
        return new QueryChecks(limits, Map.of());
    }

    /** Those rules that were active in an earlier load are known. */
    static QueryChecks with(EqlLimits limits, Collection<CheckedFile> earlier) {
        Map<RuleDefinition, CheckedRule> known = earlier.stream()
                .map(CheckedFile::active)
                .filter(Objects::nonNull)
                .map(CheckedFile.Active::rule)
                .collect(Collectors.toMap(CheckedRule::definition, Function.identity(), (one, same) -> one));
        return new QueryChecks(limits, known);
    }

    /** The checked rule; {@link io.eqlair.eql.source.EqlException} says what is wrong with its query. */
    CheckedRule check(RuleDefinition definition) {
        CheckedRule found = known.get(definition);
        return found == null ? CheckedRule.of(definition, limits) : found;
    }
}
