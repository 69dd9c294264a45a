package io.eqlair.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key, as it is kept: without its secret.
 *
 * @param id 20 hexadecimal digits
 * @param name for people
 * @param roles by their names; at least one
 * @param hash the SHA-256 of the secret, 64 hexadecimal digits
 * @param createdBy the caller who made it
 * @param expiresAt from when on it is refused; null for never
 * @param rateLimit events in a second; null where the setting for all keys holds
 * @param revokedAt null while it is not revoked
 */
public record ApiKey(
        String id,
        String name,
        List<String> roles,
        String hash,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Integer rateLimit,
        @Nullable Instant revokedAt) {

    /** The file may have been written by hand. */
    public ApiKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(hash);
        roles = List.copyOf(roles);
    }

    ApiKey revoked(Instant at) {
        return new ApiKey(id, name, roles, hash, createdAt, createdBy, expiresAt, rateLimit, at);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** {@code live}, {@code expired} or {@code revoked}. */
    public String state(Instant now) {
        if (isRevoked()) {
            return "revoked";
        }
        return isExpired(now) ? "expired" : "live";
    }

    /** A role that this version does not know gives nothing. */
    Caller caller() {
        Set<Role> known = EnumSet.noneOf(Role.class);
        roles.forEach(text -> Role.named(text).ifPresent(known::add));
        return new Caller(id, name, known, rateLimit);
    }
}
