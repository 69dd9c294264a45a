package io.eqlair.api.access;

import io.eqlair.access.Access;
import io.eqlair.access.Caller;
import io.eqlair.access.Checked;
import io.eqlair.api.http.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls. Whoever presents nothing, or something wrong, goes on as nobody, who may make the open calls. */
public final class CallerFilter extends OncePerRequestFilter {

    private static final String REFUSED = CallerFilter.class.getName();

    private final Access access;

    public CallerFilter(Access access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (access.check(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            case Checked.Accepted(Caller caller) -> {
                Callers.set(request, caller);
                SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller)));
            }
            case Checked.Refused refused -> request.setAttribute(REFUSED, refused);
        }
        chain.doFilter(request, response);
    }

    /** Why nobody is known to call; null where somebody is. */
    static Checked.@Nullable Refused refused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) instanceof Checked.Refused refused ? refused : null;
    }
}
