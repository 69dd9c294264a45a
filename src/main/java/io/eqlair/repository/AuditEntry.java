package io.eqlair.repository;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a rule, an exception, a value list, an alert or a key, whose id is there; or what was asked for besides.
 *
 * @param actor who made it: the name of the key, or {@code anonymous} as long as there are none
 * @param address where the call came from
 * @param action {@code put}, {@code patch}, {@code delete}, {@code create}, {@code revoke}, {@code reload}, {@code retry} or {@code drop},
 *     or {@code failed} for one that was begun and could not be kept
 * @param ruleId the rule
 * @param exceptionId the exception
 * @param listId the value list
 * @param alertId the alert
 * @param keyId the key
 * @param before its version before; null if there was none
 * @param after the version as it was sent; null if it was removed
 * @param detail what was changed, or which action failed, in short; null where the versions say it all
 */
public record AuditEntry(
        Instant at,
        String actor,
        String address,
        String action,
        @Nullable String ruleId,
        @Nullable String exceptionId,
        @Nullable String listId,
        @Nullable String alertId,
        @Nullable String keyId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String detail) {

    /** What has no versions. */
    private static AuditEntry plain(
            Instant at,
            String actor,
            String address,
            String action,
            @Nullable String alertId,
            @Nullable String keyId,
            @Nullable String detail) {
        return new AuditEntry(at, actor, address, action, null, null, null, alertId, keyId, null, null, detail);
    }

    /** Something was done with a key. */
    public static AuditEntry ofKey(
            Instant at, String actor, String address, String action, @Nullable String keyId, String detail) {
        return plain(at, actor, address, action, null, keyId, detail);
    }

    /** Something was said of an alert, or of several, where the id is null. */
    public static AuditEntry ofAlert(
            Instant at, String actor, String address, @Nullable String alertId, String detail) {
        return plain(at, actor, address, "patch", alertId, null, detail);
    }

    /** Something else was asked for. */
    public static AuditEntry ofCall(Instant at, String actor, String address, String action, String detail) {
        return plain(at, actor, address, action, null, null, detail);
    }
}
