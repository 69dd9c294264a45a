package io.eqlair.explain;

import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.analysis.KeyField;
import io.eqlair.eql.analysis.Stage;
import io.eqlair.eql.ast.Item;
import io.eqlair.eql.ast.Query;
import io.eqlair.eql.source.Source;
import io.eqlair.explain.Explanation.Role;
import java.util.ArrayList;
import java.util.List;

/** Compiles the items of a sequence or sample, each once, however often it is wanted. */
final class StageCompiler {

    private final Source source;
    private final QuestionCompiler conditions;

    StageCompiler(Source source, QuestionCompiler conditions) {
        this.source = source;
        this.conditions = conditions;
    }

    StageQuestions sequence(Query.SequenceQuery written, AnalyzedQuery.Sequence query, ItemTable items) {
        List<StageQuestion> questions = items(written.items(), query.stages());
        Item until = written.until();
        if (until != null && query.until() != null) {
            questions.add(question(questions.size() + 1, Role.UNTIL, until, query.until()));
        }
        return new StageQuestions(questions, items, false);
    }

    StageQuestions sample(Query.SampleQuery written, AnalyzedQuery.Sample query, ItemTable items) {
        return new StageQuestions(items(written.items(), query.stages()), items, true);
    }

    /** In the checked query repetitions are written out. */
    private List<StageQuestion> items(List<Item> written, List<Stage> stages) {
        List<StageQuestion> questions = new ArrayList<>();
        int next = 0;
        for (Item item : written) {
            Role role = item.missing() ? Role.MISSING : Role.ITEM;
            questions.add(question(questions.size() + 1, role, item, stages.get(next)));
            next += item.runs();
        }
        return questions;
    }

    private StageQuestion question(int number, Role role, Item item, Stage stage) {
        List<FieldSlot> mandatory = stage.keys().stream()
                .filter(key -> !key.optional())
                .map(KeyField::field)
                .distinct()
                .map(conditions::field)
                .toList();
        Place place = Place.of(item.span(), source);
        return new StageQuestion(
                number, role, item.runs(), place, conditions.question(item.filter()), stage, mandatory);
    }
}
