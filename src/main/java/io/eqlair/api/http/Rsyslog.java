package io.eqlair.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * rsyslog's omelasticsearch, as of 8.2302. It takes any answer that is complete for one to its events: a refusal in JSON loses the batch,
 * and each one in plain text an event. Of an answer that breaks off it believes nothing, and sends all again.
 */
public final class Rsyslog {

    private static final String MEDIA_TYPE = "application/json; charset=utf-8";

    private static final int BAD = 400;

    private Rsyslog() {}

    /** Says how long an answer is: to rsyslog, where it is a refusal, that more comes than does. */
    public static void announce(HttpServletRequest request, HttpServletResponse response, int bytes) {
        if (response.getStatus() >= BAD && asks(request)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setContentLength(bytes + 1);
        } else {
            response.setContentLength(bytes);
        }
    }

    /** It does not say who it is, as hardly any other program. */
    private static boolean asks(HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        String mediaType = request.getContentType();
        return (userAgent == null || userAgent.isBlank())
                && mediaType != null
                && mediaType.toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
    }
}
