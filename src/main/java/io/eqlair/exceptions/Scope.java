package io.eqlair.exceptions;

import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleTriage.ExceptionList;
import java.util.List;

/** Which rules an exception is for. */
public sealed interface Scope {

    /** All of them, those that are still to come among them. */
    record AllRules() implements Scope {}

    /**
     * Some of them.
     *
     * @param rules by their ids
     * @param lists rules that name one of these in their {@code exceptions_list}, by {@code list_id}
     */
    record Some(List<RuleId> rules, List<String> lists) implements Scope {

        public Some {
            rules = List.copyOf(rules);
            lists = List.copyOf(lists);
        }
    }

    /** Whether a rule is among them. */
    default boolean includes(Rule rule) {
        return switch (this) {
            case AllRules all -> true;
            case Some some ->
                some.rules().contains(rule.id())
                        || rule.triage().exceptionLists().stream()
                                .map(ExceptionList::listId)
                                .anyMatch(some.lists()::contains);
        };
    }
}
