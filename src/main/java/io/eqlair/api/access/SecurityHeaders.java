package io.eqlair.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/** What browsers are told of each answer. */
public final class SecurityHeaders implements HeaderWriter {

    private static final String YEAR = "max-age=31536000";

    /** An answer of the API is no page: nothing of it may be run or shown. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The page with the API's document runs its own scripts only, and sets styles and small pictures in place. */
    private static final String PAGE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean page = path.startsWith("/swagger-ui") || path.startsWith("/webjars/");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", page ? PAGE : NOTHING);
        if (!page && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
    }
}
