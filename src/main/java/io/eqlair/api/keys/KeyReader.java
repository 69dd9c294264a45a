package io.eqlair.api.keys;

import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import io.eqlair.api.http.ApiProblem;
import io.eqlair.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a new key is to be. What is wrong is an {@link ApiProblem}. */
final class KeyReader {

    private static final String EXAMPLE = "{\"name\": \"shipper\", \"roles\": [\"ingest\"]}";
    private static final Set<String> MEMBERS = Set.of("name", "roles", "expires_at", "rate_limit");
    private static final String LISTED = "`name`, `roles`, and perhaps `expires_at` and `rate_limit`";
    private static final int LONGEST_QUOTE = 60;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private KeyReader() {}

    static KeyTerms read(byte[] json, Instant now) {
        JsonNode body = tree(json);
        body.propertyNames().stream().filter(name -> !MEMBERS.contains(name)).forEach(name -> {
            throw refused(Problem.MEMBER_UNKNOWN, name, LISTED);
        });
        return new KeyTerms(
                name(body.path("name")),
                roles(body.path("roles")),
                expiry(body.path("expires_at"), now),
                rate(body.path("rate_limit")));
    }

    private static JsonNode tree(byte[] json) {
        try {
            JsonNode body = JSON.readTree(json);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException malformed) {
            throw refused(Problem.KEY_BODY, LISTED, EXAMPLE);
        }
        throw refused(Problem.KEY_BODY, LISTED, EXAMPLE);
    }

    private static String name(JsonNode value) {
        if (!value.isString() || !KeyTerms.isName(value.asString())) {
            throw refused(Problem.KEY_NAME, quoted(value), KeyTerms.LONGEST_NAME);
        }
        return value.asString();
    }

    private static Set<Role> roles(JsonNode value) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode role : value.isArray() ? value.values() : Set.<JsonNode>of()) {
            roles.add(Role.named(role.isString() ? role.asString() : "")
                    .orElseThrow(() -> refused(Problem.KEY_ROLES, quoted(value), Role.NAMES)));
        }
        if (roles.isEmpty()) {
            throw refused(Problem.KEY_ROLES, quoted(value), Role.NAMES);
        }
        return roles;
    }

    private static @Nullable Instant expiry(JsonNode value, Instant now) {
        if (isNot(value)) {
            return null;
        }
        try {
            Instant at = Instant.parse(value.isString() ? value.asString() : "");
            if (at.isAfter(now)) {
                return at;
            }
        } catch (DateTimeException noTime) {
            throw refused(Problem.KEY_EXPIRY, quoted(value), "\"expires_at\": \"2030-01-01T00:00:00Z\"");
        }
        throw refused(Problem.KEY_EXPIRY, quoted(value), "\"expires_at\": \"2030-01-01T00:00:00Z\"");
    }

    private static @Nullable Integer rate(JsonNode value) {
        if (isNot(value)) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || !KeyTerms.isRate(value.intValue())) {
            throw refused(Problem.KEY_RATE, quoted(value), KeyTerms.HIGHEST_RATE);
        }
        return value.intValue();
    }

    private static boolean isNot(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String quoted(JsonNode value) {
        String text = value.isString() ? value.asString() : value.toString();
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    private static ApiProblem refused(Problem problem, Object... arguments) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, problem, arguments);
    }
}
