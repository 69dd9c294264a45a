package io.eqlair.api.access;

import io.eqlair.access.Caller;
import io.eqlair.access.Checked;
import io.eqlair.access.Role;
import io.eqlair.access.TokenCheck;
import io.eqlair.problem.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Says whose a JSON Web Token is: {@code {"sub": "ann", "roles": ["read"], …}}, signed by the issuer that is set. */
public final class JwtTokens implements TokenCheck {

    private static final Logger LOG = LoggerFactory.getLogger(JwtTokens.class);

    private final JwtDecoder decoder;
    private final Claims claims;

    /**
     * Where in a token things are.
     *
     * @param roles a list of roles, or a text with spaces between them; {@code realm_access.roles} for one within another
     * @param rolesPrefix stands before each; others are none of ours
     * @param name who it is
     */
    public record Claims(String roles, String rolesPrefix, String name) {}

    public JwtTokens(JwtDecoder decoder, Claims claims) {
        this.decoder = decoder;
        this.claims = claims;
    }

    @Override
    public Checked check(String token) {
        try {
            return caller(decoder.decode(token));
        } catch (BadJwtException bad) {
            return Checked.Refused.of(Problem.TOKEN_REFUSED, String.valueOf(bad.getMessage()));
        } catch (JwtException unreachable) {
            LOG.warn("Tokens cannot be checked: {}", unreachable.getMessage());
            return Checked.Refused.of(Problem.TOKEN_UNCHECKED);
        }
    }

    private Checked caller(Jwt jwt) {
        String name = jwt.getClaimAsString(claims.name());
        if (name == null || name.isBlank()) {
            return Checked.Refused.of(Problem.TOKEN_REFUSED, "it has no claim `" + claims.name() + "`");
        }
        String id = "jwt:" + (jwt.getSubject() == null ? name : jwt.getSubject());
        return new Checked.Accepted(new Caller(id, name, roles(jwt), null));
    }

    private Set<Role> roles(Jwt jwt) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        texts(claim(jwt.getClaims(), claims.roles()))
                .filter(text -> text.startsWith(claims.rolesPrefix()))
                .map(text -> text.substring(claims.rolesPrefix().length()))
                .forEach(text -> Role.named(text).ifPresent(roles::add));
        return roles;
    }

    private static @Nullable Object claim(Map<?, ?> tree, String path) {
        Object whole = tree.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return tree.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, path.substring(dot + 1))
                : null;
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> list -> list.stream().map(String::valueOf);
            case String text -> Arrays.stream(text.split(" ", -1));
            case null, default -> Stream.of();
        };
    }
}
