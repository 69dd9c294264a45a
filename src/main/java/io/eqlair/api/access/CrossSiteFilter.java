package io.eqlair.api.access;

import io.eqlair.access.Access;
import io.eqlair.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site has a browser send. Such a page cannot read answers, but on a service that is open it could
 * post events, or make the first key. Only browsers say where a call comes from, so that nobody else is concerned.
 *
 * <p>Over plain HTTP browsers say less: the origin of the page alone. It is to be where the call goes to, {@code http://a:8080} for
 * {@code a:8080}; and since whoever owns a name can have it mean this machine (DNS rebinding), a service that answers this machine only
 * is to be called by a name that nobody owns. Once there are keys a page of another site has none.
 */
public final class CrossSiteFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** The end of an origin's scheme: {@code http://localhost:8080}. */
    private static final String SCHEME_END = "://";

    /** A host and perhaps a port: {@code localhost:8080}, {@code 127.0.0.1}, {@code [::1]:8080}. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]*)?", Pattern.CASE_INSENSITIVE);

    private final Access access;
    private final boolean thisMachineOnly;
    private final Refusals refusals;

    /**
     * A filter for one server.
     *
     * @param thisMachineOnly whether the server is bound to a loopback address
     */
    public CrossSiteFilter(Access access, boolean thisMachineOnly, Refusals refusals) {
        this.access = access;
        this.thisMachineOnly = thisMachineOnly;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> foreign = HARMLESS.contains(request.getMethod()) ? Optional.empty() : foreign(request);
        if (foreign.isPresent()) {
            refusals.crossSite(request, response, foreign.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What shows that the call comes from another site; empty where nothing does. */
    private Optional<String> foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            return Optional.of("the browser says `Sec-Fetch-Site: " + site + "`");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || !access.isOpen() ? Optional.empty() : foreign(request, origin);
    }

    private Optional<String> foreign(HttpServletRequest request, String origin) {
        String host = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "");
        if (!isOf(origin, host)) {
            return Optional.of("its `Origin` is `" + origin + "` and its `Host` `" + host + "`");
        }
        boolean odd =
                thisMachineOnly && isControl(request) && !LOOPBACK.matcher(host).matches();
        return odd
                ? Optional.of(
                        "its `Host` is `" + host + "`, and a service that answers this machine only is `localhost`")
                : Optional.empty();
    }

    /** Both leave out the port that is usual for the scheme. */
    private static boolean isOf(String origin, String host) {
        int end = origin.indexOf(SCHEME_END);
        String authority = end < 0 ? "" : origin.substring(end + SCHEME_END.length());
        return !host.isEmpty() && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    }

    /** Shippers come by whatever name a proxy has. */
    private static boolean isControl(HttpServletRequest request) {
        return PathRoles.role(request).filter(role -> role != Role.INGEST).isPresent();
    }
}
