package io.eqlair.api.access;

import io.eqlair.access.Caller;
import io.eqlair.access.Checked;
import io.eqlair.access.Role;
import io.eqlair.api.http.Callers;
import io.eqlair.api.http.RefusalMeters;
import io.eqlair.api.http.Rsyslog;
import io.eqlair.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers calls that are refused before they reach their controllers. */
public final class Refusals {

    private static final String CHALLENGE = " realm=\"eqlair\"";
    private static final String RETRY_SECONDS = "5";
    private static final String EVENTS = "/api/v1/events";
    private static final String ELASTICSEARCH = "elasticsearch";

    /** Where senders of OTLP call. */
    private static final Pattern LOGS = Pattern.compile("(?:/t/[^/]+)?/v1/logs/?");

    private final RefusalMeters meters;
    private final JsonMapper json;

    public Refusals(RefusalMeters meters, JsonMapper json) {
        this.meters = meters;
        this.json = json;
    }

    /** Nobody is known to call. */
    public void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Checked.Refused why = CallerFilter.refused(request);
        Problem problem = why == null ? Problem.KEY_MISSING : why.problem();
        if (problem == Problem.TOKEN_UNCHECKED) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, problem, problem.text());
            return;
        }
        challenge(request, response);
        String text =
                why == null || problem == Problem.KEY_MISSING ? Problem.KEY_MISSING.text(needed(request)) : why.text();
        write(request, response, HttpStatus.UNAUTHORIZED, problem, text);
    }

    /** A browser would ask a person for a password, and send it with every call of every page from then on. */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "ApiKey" + CHALLENGE);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + CHALLENGE);
        if (!isBrowser(request)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic" + CHALLENGE + ", charset=\"UTF-8\"");
        }
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("Sec-Fetch-Mode") != null
                || (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE));
    }

    /** Somebody calls who may not. */
    public void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Callers.of(request);
        String roles = caller.roles().stream()
                .sorted()
                .map(role -> "`" + role.text() + "`")
                .collect(Collectors.joining(", "));
        String text = Problem.ROLE_MISSING.text(caller.name(), needed(request), roles.isEmpty() ? "none" : roles);
        write(request, response, HttpStatus.FORBIDDEN, Problem.ROLE_MISSING, text);
    }

    private static String needed(HttpServletRequest request) {
        return PathRoles.role(request).orElse(Role.READ).text();
    }

    /**
     * A page of another site has a browser call.
     *
     * @param sign by which that shows
     */
    void crossSite(HttpServletRequest request, HttpServletResponse response, String sign) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, Problem.CROSS_SITE, Problem.CROSS_SITE.text(sign));
    }

    /** The address of a call would mean one thing here and another there. */
    public void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.BAD_REQUEST, Problem.REQUEST_REFUSED, Problem.REQUEST_REFUSED.text());
    }

    /**
     * A caller has sent too much.
     *
     * @param nanos until it may send again
     */
    void tooOften(HttpServletRequest request, HttpServletResponse response, Caller caller, long nanos)
            throws IOException {
        long second = TimeUnit.SECONDS.toNanos(1);
        String seconds = Long.toString((nanos + second - 1) / second);
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        String text = Problem.RATE_LIMITED.text(caller.name(), seconds);
        write(request, response, again(request), Problem.RATE_LIMITED, text);
    }

    /** Senders of plain events are told as of all that passes: Fluentd's out_http gives up what is answered with 429. */
    private static HttpStatus again(HttpServletRequest request) {
        return path(request).equals(EVENTS) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS;
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Problem problem, String text)
            throws IOException {
        String protocol = protocol(request);
        boolean asProblem = !protocol.equals(ELASTICSEARCH);
        meters.count(protocol, problem.code(), status.value());
        byte[] body = asProblem
                ? json.writeValueAsBytes(body(request, status, problem, text))
                : (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(asProblem ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/plain;charset=UTF-8");
        if (!asProblem) {
            response.setHeader("X-Elastic-Product", "Elasticsearch"); // so that official clients believe even this
        }
        Rsyslog.announce(request, response, body.length);
        response.getOutputStream().write(body);
    }

    /**
     * What the caller speaks. To some that speak as to Elasticsearch any JSON is its answer: they would take the batch for delivered.
     */
    private static String protocol(HttpServletRequest request) {
        String path = path(request);
        if (LOGS.matcher(path).matches()) {
            return "otlp";
        }
        boolean ours = path.startsWith("/api/") || path.startsWith("/v1/") || path.startsWith("/actuator");
        return ours ? "api" : ELASTICSEARCH;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static Map<String, Object> body(
            HttpServletRequest request, HttpStatus status, Problem problem, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", text);
        body.put("instance", request.getRequestURI());
        body.put("status", status.value());
        body.put("title", status.getReasonPhrase());
        body.put("code", problem.code());
        return body;
    }
}
