package io.eqlair.catalog;

import io.eqlair.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells two versions of a rule apart: its content, whether it runs, how grave it is, and who keeps it. For the ETag of HTTP
 * and for the audit log.
 */
public final class RuleVersion {

    private static final int BYTES = 16;

    private RuleVersion() {}

    /** 32 hexadecimal digits; null for what is no rule. */
    public static @Nullable String of(RuleEntry entry) {
        Rule rule = entry.rule();
        return rule == null ? null : of(rule, entry.standing().source());
    }

    static String of(Rule rule, Standing.Source source) {
        String all = String.join(
                "\n",
                rule.contentHash(),
                Boolean.toString(rule.enabled()),
                rule.severity().text(),
                Integer.toString(rule.riskScore()),
                source.name());
        return HexFormat.of().formatHex(sha256(all), 0, BYTES);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
