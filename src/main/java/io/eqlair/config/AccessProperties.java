package io.eqlair.config;

import io.eqlair.access.KeyTerms;
import io.eqlair.api.access.JwtTokens;
import io.eqlair.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the service.
 *
 * @param open whether the service starts without keys where others can reach it
 * @param rateLimit events in a second for each key that has no limit of its own; null for no limit
 */
@ConfigurationProperties("eqlair.access")
record AccessProperties(
        @DefaultValue("false") boolean open,
        @Nullable Integer rateLimit,
        @DefaultValue Jwt jwt) {

    AccessProperties {
        if (rateLimit != null && !KeyTerms.isRate(rateLimit)) {
            String expected = "a whole number of events in a second, from 1 to " + KeyTerms.HIGHEST_RATE;
            throw new SettingRejected(
                    Problem.SETTING_RANGE,
                    "eqlair.access.rate-limit",
                    rateLimit,
                    expected,
                    "eqlair.access.rate-limit=10000");
        }
    }

    /** Where in a JSON Web Token the roles and the name are. */
    record Jwt(
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("") String rolesPrefix,
            @DefaultValue("sub") String nameClaim) {

        JwtTokens.Claims claims() {
            return new JwtTokens.Claims(rolesClaim, rolesPrefix, nameClaim);
        }
    }
}
