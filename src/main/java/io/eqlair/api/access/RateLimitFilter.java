package io.eqlair.api.access;

import io.eqlair.access.Caller;
import io.eqlair.access.RateLimits;
import io.eqlair.api.http.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends away who has sent too much, for as long as that is so. Its events are counted by the calls that take them. */
public final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Refusals refusals;

    public RateLimitFilter(RateLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Callers.of(request);
        long nanos = limits.mayEnter(caller);
        if (nanos == 0) {
            chain.doFilter(request, response);
        } else {
            refusals.tooOften(request, response, caller, nanos);
        }
    }
}
