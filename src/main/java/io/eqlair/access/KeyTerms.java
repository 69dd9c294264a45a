package io.eqlair.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new key is to be.
 *
 * @param name 1 to {@link #LONGEST_NAME} characters, none of them a control character, and not {@code anonymous}
 * @param roles at least one
 * @param expiresAt from when on it is refused; null for never
 * @param rateLimit events in a second, 1 to {@link #HIGHEST_RATE}; null where the setting for all keys holds
 */
public record KeyTerms(
        String name,
        Set<Role> roles,
        @Nullable Instant expiresAt,
        @Nullable Integer rateLimit) {

    public static final int LONGEST_NAME = 100;

    /** The clock that counts them has no finer steps than ten nanoseconds. */
    public static final int HIGHEST_RATE = 100_000_000;

    public KeyTerms {
        roles = Set.copyOf(roles);
    }

    /** Whether a key may be called so. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl)
                && !text.equals(Caller.ANONYMOUS.name());
    }

    /** Whether so many events in a second can be counted. */
    public static boolean isRate(long rate) {
        return rate >= 1 && rate <= HIGHEST_RATE;
    }
}
