package io.eqlair.api.http;

import io.eqlair.access.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Who makes a call, as the filters before it have found out. */
public final class Callers {

    private static final String ATTRIBUTE = Callers.class.getName();

    private Callers() {}

    /** Notes down who makes the call. */
    public static void set(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    /** Who makes it; to name them, not to ask what they may do. */
    public static Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : Caller.ANONYMOUS;
    }
}
