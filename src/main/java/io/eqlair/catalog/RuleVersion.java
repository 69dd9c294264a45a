package io.eqlair.catalog;

import io.eqlair.rule.Rule;
import io.eqlair.rule.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Tells two versions of a rule apart: its content, what became of it, how grave it is, and who keeps it. For the ETag of HTTP
 * and for the audit log.
 */
public final class RuleVersion {

    private static final int DIGITS = 32;

    private RuleVersion() {}

    /** 32 hexadecimal digits; null for what is no rule. */
    public static @Nullable String of(RuleEntry entry) {
        Rule rule = entry.rule();
        return rule == null ? null : of(rule, entry);
    }

    private static String of(Rule rule, RuleEntry entry) {
        String all = String.join(
                "\n",
                rule.contentHash(),
                Boolean.toString(rule.enabled()),
                rule.severity().text(),
                Integer.toString(rule.riskScore()),
                entry.state().text(),
                entry.standing().source().name(),
                Boolean.toString(entry.standing().stale()));
        return Sha256.hex(all).substring(0, DIGITS);
    }
}
