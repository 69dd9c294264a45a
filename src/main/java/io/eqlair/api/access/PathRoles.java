package io.eqlair.api.access;

import io.eqlair.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which call needs which role. */
public final class PathRoles implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> ANY = Set.of();
    private static final Set<String> LOOK = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> SEND = Set.of("POST");

    /** The first line that fits counts, and the last one fits always. */
    private static final List<Line> TABLE = List.of(
            line(
                    ANY,
                    "/api/v1/events",
                    Role.INGEST), // first, as most calls are; shippers look whether there is somebody before they send
            // Probes: whether it runs is no secret, why it does not is told to readers only
            open(ANY, "/livez"),
            open(ANY, "/readyz"),
            open(ANY, "/actuator/health/**"),
            // The API's document, and the page that shows it
            open(LOOK, "/swagger-ui.html"),
            open(LOOK, "/swagger-ui/**"),
            open(LOOK, "/webjars/**"),
            open(LOOK, "/v3/api-docs.yaml"),
            open(LOOK, "/v3/api-docs/**"),
            line(ANY, "/api/v1/keys/**", Role.ADMIN),
            // These change nothing, though they are posted
            line(SEND, "/api/v1/eql/search", Role.READ),
            line(SEND, "/api/v1/rules/validate", Role.READ),
            line(SEND, "/api/v1/rules/test", Role.READ),
            line(SEND, "/api/v1/rules/*/explain", Role.READ),
            line(LOOK, "/api/v1/**", Role.READ),
            line(ANY, "/api/v1/**", Role.OPERATE),
            line(ANY, "/actuator/**", Role.READ),
            // OTLP, and all that shippers call of Elasticsearch
            line(ANY, "/**", Role.INGEST));

    /**
     * A line of the table.
     *
     * @param methods none stands for all
     * @param role empty where anybody may
     */
    private record Line(Set<String> methods, PathPattern path, Optional<Role> role) {

        boolean fits(String method, PathContainer called) {
            return (methods.isEmpty() || methods.contains(method)) && path.matches(called);
        }
    }

    private static Line line(Set<String> methods, String path, Role role) {
        return new Line(methods, PathPatternParser.defaultInstance.parse(path), Optional.of(role));
    }

    private static Line open(Set<String> methods, String path) {
        return new Line(methods, PathPatternParser.defaultInstance.parse(path), Optional.empty());
    }

    /** The role that a call needs; empty where anybody may make it. */
    static Optional<Role> role(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        if (path.value().equals("/") && isPageWanted(request)) {
            return Optional.empty(); // a person looks what is here, and is sent to the page with the API's document
        }
        return TABLE.stream()
                .filter(line -> line.fits(request.getMethod(), path))
                .findFirst()
                .flatMap(Line::role);
    }

    private static boolean isPageWanted(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return LOOK.contains(request.getMethod()) && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Asks who calls only where that matters. */
    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        return role(context.getRequest())
                .map(role -> new AuthorizationDecision(CallerAuthentication.may(caller.get(), role)))
                .orElseGet(() -> new AuthorizationDecision(true));
    }
}
