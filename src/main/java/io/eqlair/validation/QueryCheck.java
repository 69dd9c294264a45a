package io.eqlair.validation;

import io.eqlair.rule.RuleProblem;
import java.util.List;

/** Looks for one thing in a query that is right by the language. */
@FunctionalInterface
interface QueryCheck {

    List<RuleProblem> warnings(QueryText query);
}
