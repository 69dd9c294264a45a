package io.eqlair.repository;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a rule, an exception or a value list; one of the three ids is there.
 *
 * @param actor who made it: {@code anonymous} as long as there are no keys
 * @param address where the call came from
 * @param action {@code put}, {@code patch}, {@code delete}, or {@code failed} for one that was begun and could not be kept
 * @param ruleId the rule
 * @param exceptionId the exception
 * @param listId the value list
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
        @Nullable String before,
        @Nullable String after,
        @Nullable String detail) {}
