package io.eqlair.exceptions;

import io.eqlair.rule.RuleId;
import java.util.List;

/**
 * For which rules the items of those lists are that no rule names.
 *
 * @param all for all rules
 * @param rules for these; empty where the lists alone say for which
 */
public record ImportScope(boolean all, List<RuleId> rules) {

    public ImportScope {
        rules = List.copyOf(rules);
    }
}
