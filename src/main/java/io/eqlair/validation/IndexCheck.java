package io.eqlair.validation;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.format.Places;
import java.util.List;
import java.util.stream.IntStream;

/** Index patterns without a character, which no index has as its name. */
final class IndexCheck {

    private static final String PATH = "rule.index";

    private IndexCheck() {}

    static List<RuleProblem> warnings(RuleFile.Loaded file) {
        List<String> patterns = file.rule().query().index();
        Places places = file.text().places();
        return IntStream.range(0, patterns.size())
                .filter(index -> patterns.get(index).isBlank())
                .mapToObj(index -> RuleProblem.warning(
                        Problem.RULE_INDEX_BLANK, file.origin(), places.of(Places.item(PATH, index))))
                .toList();
    }
}
