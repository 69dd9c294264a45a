package io.eqlair.rule;

import io.eqlair.problem.Problem;

/** What a text turned out to be that nobody had called a rule. */
public sealed interface Discovery {

    /** A rule, in order or not. */
    record Found(RuleFile file) implements Discovery {}

    /** Something else, and what. */
    record NoRule(Problem reason) implements Discovery {}
}
