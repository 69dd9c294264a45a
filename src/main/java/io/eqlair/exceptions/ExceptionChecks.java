package io.eqlair.exceptions;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleDefinitions;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleItems;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleTriage.ExceptionList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares exceptions with the rules there are: rules come and go, so that most of what is found is no error. */
public final class ExceptionChecks {

    private ExceptionChecks() {}

    /** That the step cannot be what is meant, for rules that are known. */
    public static List<ExceptionFinding> errors(ExceptionTerms terms, RuleCatalog catalog) {
        List<ExceptionFinding> findings = new ArrayList<>();
        Integer step = terms.step();
        if (step != null && terms.scope() instanceof Scope.Some some) {
            for (RuleId id : some.rules()) {
                Optional<CheckedRule> rule = catalog.find(id.value()).flatMap(ExceptionChecks::checked);
                rule.ifPresent(known -> checkStep(step, known, findings));
            }
        }
        return findings;
    }

    private static Optional<CheckedRule> checked(RuleEntry entry) {
        Rule rule = entry.rule();
        boolean inOrder = entry.state() == RuleState.ACTIVE || entry.state() == RuleState.DISABLED;
        return rule == null || !inOrder
                ? Optional.empty()
                : Optional.of(CheckedRule.of(RuleDefinitions.of(rule), EqlLimits.DEFAULT));
    }

    private static void checkStep(int step, CheckedRule rule, List<ExceptionFinding> findings) {
        RuleItems items = RuleItems.of(rule.query());
        String id = rule.definition().id();
        if (rule.query() instanceof AnalyzedQuery.Events && !items.has(step)) {
            findings.add(ExceptionFinding.of("step", Problem.EXCEPTION_STEP_EVENT, step, id));
        } else if (!items.has(step)) {
            findings.add(ExceptionFinding.of(
                    "step", Problem.EXCEPTION_STEP_RANGE, step, id, items.count(), items.count() - 1));
        } else if (!items.isPositive(step)) {
            findings.add(ExceptionFinding.of("step", Problem.EXCEPTION_STEP_MISSING, step, id));
        }
    }

    /** What whoever made the exception may not expect: it names what is not there. */
    public static List<ExceptionFinding> warnings(ExceptionTerms terms, RuleCatalog catalog) {
        List<ExceptionFinding> findings = new ArrayList<>();
        if (terms.scope() instanceof Scope.Some some) {
            for (int i = 0; i < some.rules().size(); i++) {
                String id = some.rules().get(i).value();
                if (catalog.find(id).isEmpty()) {
                    findings.add(ExceptionFinding.of("rules[" + i + "]", Problem.EXCEPTION_RULE_UNKNOWN, id));
                }
            }
            for (int i = 0; i < some.lists().size(); i++) {
                if (!isNamed(some.lists().get(i), catalog)) {
                    findings.add(ExceptionFinding.of(
                            "lists[" + i + "]",
                            Problem.EXCEPTION_LIST_UNNAMED,
                            some.lists().get(i)));
                }
                checkSteps(terms, some.lists().get(i), catalog, findings);
            }
        }
        return findings;
    }

    /** No error, as it is the rules that name the list, and others may follow. */
    private static void checkSteps(
            ExceptionTerms terms, String list, RuleCatalog catalog, List<ExceptionFinding> findings) {
        Integer step = terms.step();
        if (step != null) {
            catalog.entries().stream()
                    .filter(entry -> names(entry, list))
                    .flatMap(entry -> checked(entry).stream())
                    .forEach(rule -> checkStep(step, rule, findings));
        }
    }

    /** Whether some rule names an exception list. */
    static boolean isNamed(String list, RuleCatalog catalog) {
        return catalog.entries().stream().anyMatch(entry -> names(entry, list));
    }

    private static boolean names(RuleEntry entry, String list) {
        Rule rule = entry.rule();
        return rule != null
                && rule.triage().exceptionLists().stream()
                        .map(ExceptionList::listId)
                        .anyMatch(list::equals);
    }
}
