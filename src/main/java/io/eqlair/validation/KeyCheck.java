package io.eqlair.validation;

import io.eqlair.eql.function.EditDistance;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys of a rule that mean nothing and are a slip away from one that does: with {@code indx} for {@code index} a rule is shown
 * the events of all indices. Keys that are like no other are left alone, as rules have many that are for other programs.
 */
final class KeyCheck {

    private static final String TABLE = "rule";
    private static final int SHORTEST = 4;
    private static final int SHORT = 8;

    private final Set<String> known = RuleFileReader.knownKeys();

    List<RuleProblem> warnings(RuleFile.Loaded file) {
        return file.rule().other().get(TABLE) instanceof Map<?, ?> rule
                ? rule.keySet().stream()
                        .map(Object::toString)
                        .flatMap(key -> nearest(key).map(other -> warning(file, key, other)).stream())
                        .toList()
                : List.of();
    }

    private static RuleProblem warning(RuleFile.Loaded file, String key, String other) {
        return RuleProblem.warning(
                Problem.RULE_KEY_MISSPELT, file.origin(), file.text().places().of(TABLE + "." + key), key, other);
    }

    private Optional<String> nearest(String key) {
        int most = key.length() < SHORT ? 1 : 2;
        return known.stream()
                .filter(other -> key.length() >= SHORTEST && EditDistance.between(other, key) <= most)
                .min(Comparator.comparingInt(other -> EditDistance.between(other, key)));
    }
}
