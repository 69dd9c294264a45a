package io.eqlair.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was set for a rule beside its file, and is laid over it, whatever the file says now or later. Null leaves it to the
 * file. The rule's content hash stays as it is: how grave a rule is, and whether it runs, is not what it looks for.
 *
 * @param riskScore from 0 to 100
 */
public record RuleOverride(
        @Nullable Boolean enabled,
        @Nullable Severity severity,
        @Nullable Integer riskScore) {

    /** Leaves everything to the file. */
    public static final RuleOverride NONE = new RuleOverride(null, null, null);

    /** Whether it leaves everything to the file. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The rule as its file has it, with this laid over. */
    public Rule over(Rule rule) {
        return rule.with(
                enabled == null ? rule.enabled() : enabled,
                severity == null ? rule.severity() : severity,
                riskScore == null ? rule.riskScore() : riskScore);
    }

    /** The same file, with this laid over its rule. */
    public RuleFile.Loaded over(RuleFile.Loaded file) {
        return isEmpty() ? file : file.with(over(file.rule()));
    }

    /** As people read it, for example {@code enabled=false severity=high}; nothing where all is left to the file. */
    @Override
    public String toString() {
        List<String> set = new ArrayList<>();
        if (enabled != null) {
            set.add("enabled=" + enabled);
        }
        if (severity != null) {
            set.add("severity=" + severity.text());
        }
        if (riskScore != null) {
            set.add("risk_score=" + riskScore);
        }
        return String.join(" ", set);
    }
}
