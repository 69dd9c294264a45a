package io.eqlair.catalog;

import io.eqlair.engine.Exemption;
import io.eqlair.rule.Rule;
import java.util.List;

/** Knows what is exempt from rules. */
@FunctionalInterface
public interface RuleExemptions {

    /** What is exempt from a rule at the moment, in the order in which it is asked. */
    List<Exemption> of(Rule rule);
}
