package io.eqlair.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site has a browser send. Such a page cannot read answers, but on a service that is open it could
 * post events, or make the first key. Only browsers say where a call comes from, so that nobody else is concerned.
 */
public final class CrossSiteFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Refusals refusals;

    public CrossSiteFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null || OWN.contains(site) || HARMLESS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            refusals.crossSite(request, response);
        }
    }
}
