package io.eqlair.benchmark;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.index.IndexedStage;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.Filter;
import java.util.ArrayList;
import java.util.List;

/** What rules ask of single events: one condition, or one for each item of a sequence. */
final class Stages {

    private Stages() {}

    static List<IndexedStage> of(List<CheckedRule> rules) {
        List<IndexedStage> stages = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            add(rule, rules.get(rule), stages);
        }
        return stages;
    }

    private static void add(int number, CheckedRule rule, List<IndexedStage> stages) {
        List<Filter> filters = filters(rule.query());
        for (int item = 0; item < filters.size(); item++) {
            stages.add(new IndexedStage(
                    number,
                    item,
                    filters.get(item),
                    rule.definition().roles().category(),
                    rule.definition().indexPatterns()));
        }
    }

    private static List<Filter> filters(AnalyzedQuery query) {
        return switch (query) {
            case AnalyzedQuery.Events events -> List.of(events.filter());
            case AnalyzedQuery.Sequence sequence -> ItemTable.filters(sequence);
            case AnalyzedQuery.Sample sample -> ItemTable.filters(sample);
        };
    }
}
