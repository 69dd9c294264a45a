package io.eqlair.validation;

import io.eqlair.eql.ast.EventFilter;
import io.eqlair.eql.function.EditDistance;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Categories that the schema does not have; case matters. A rule that says where its category stands is left alone. */
final class CategoryCheck implements QueryCheck {

    private static final List<String> CATEGORIES = List.of(
            "api",
            "authentication",
            "configuration",
            "database",
            "driver",
            "email",
            "file",
            "host",
            "iam",
            "intrusion_detection",
            "library",
            "malware",
            "network",
            "package",
            "process",
            "registry",
            "session",
            "threat",
            "vulnerability",
            "web");

    @Override
    public List<RuleProblem> warnings(QueryText query) {
        return query.file().rule().query().eventCategoryOverride() != null
                ? List.of()
                : query.filters()
                        .filter(filter -> isUnknown(filter.category()))
                        .map(filter -> warning(filter, query))
                        .toList();
    }

    private static boolean isUnknown(@Nullable String category) {
        return category != null && !CATEGORIES.contains(category);
    }

    private static RuleProblem warning(EventFilter filter, QueryText query) {
        String category = String.valueOf(filter.category());
        Optional<String> near = CATEGORIES.stream()
                .filter(known -> Math.abs(known.length() - category.length()) <= 2)
                .filter(known -> EditDistance.between(known, category) <= known.length() / 3)
                .findFirst();
        String all = String.join(", ", CATEGORIES);
        return near.map(known -> query.warning(
                        Problem.RULE_CATEGORY_MISSPELT, filter.span(), category, EcsFields.VERSION, known))
                .orElseGet(() ->
                        query.warning(Problem.RULE_CATEGORY_UNKNOWN, filter.span(), category, EcsFields.VERSION, all));
    }
}
