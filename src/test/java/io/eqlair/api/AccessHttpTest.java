package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.access.ApiKeys;
import io.eqlair.access.CreatedKey;
import io.eqlair.access.KeyTerms;
import io.eqlair.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** A service with keys: who may call what, and what everybody else is told. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "eqlair.access.rate-limit=1000000",
            "logging.level.org.springframework.security=trace",
            "logging.level.io.eqlair=trace"
        })
class AccessHttpTest extends HttpTest {

    private static final String KEYS = "/api/v1/keys";
    private static final String LIST = "/api/v1/lists/";

    @Autowired
    private ApiKeys keys;

    @BeforeEach
    void close() throws IOException {
        key(Role.ADMIN); // from the first one on nobody comes in without
    }

    private CreatedKey key(Role... roles) throws IOException {
        return key("key of " + List.of(roles), null, null, roles);
    }

    private CreatedKey key(String name, @Nullable Instant expiresAt, @Nullable Integer rate, Role... roles)
            throws IOException {
        return keys.create(new KeyTerms(name, Set.of(roles), expiresAt, rate), "test", key -> {})
                .orElseThrow();
    }

    private static Map<String, String> with(CreatedKey key) {
        return authorization("ApiKey " + key.encoded());
    }

    private static Map<String, String> authorization(String header) {
        return Map.of("Authorization", header, "Content-Type", "application/json");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutAKeyACallIsToldWhichRoleItNeeds() {
        Answer answer = events("{}");
        assertThat(answer)
                .isProblem(401, "key_missing")
                .says("`ingest`", "key create")
                .has("/instance", EVENTS);
        assertThat(answer.headers().get("WWW-Authenticate"))
                .anyMatch(challenge -> challenge.startsWith("ApiKey realm=\"eqlair\""))
                .anyMatch(challenge -> challenge.startsWith("Basic realm=\"eqlair\""))
                .anyMatch(challenge -> challenge.startsWith("Bearer realm=\"eqlair\""));
    }

    /** It would ask for a password, and send it with every call from then on. */
    @Test
    void aBrowserIsNotChallengedForAPassword() {
        Answer answer = get(RULES, Map.of("Sec-Fetch-Mode", "cors"));
        assertThat(answer).isProblem(401, "key_missing");
        assertThat(answer.headers().get("WWW-Authenticate")).noneMatch(challenge -> challenge.startsWith("Basic"));
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() throws IOException {
        Map<String, String> page = new HashMap<>(with(key(Role.ADMIN)));
        page.put("Sec-Fetch-Site", "cross-site");
        assertThat(post(EVENTS, new byte[] {'{', '}'}, page)).isProblem(403, "cross_site");
        assertThat(get(RULES, page)).hasStatus(200);
        page.put("Sec-Fetch-Site", "same-origin");
        assertThat(post(EVENTS, new byte[] {'{', '}'}, page)).hasAccepted(1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ApiKey ENCODED",
                "apikey ENCODED",
                "ApiKey ID:SECRET",
                "Bearer ENCODED",
                "Bearer ID:SECRET",
                "Basic ENCODED",
                "bearer   ENCODED "
            })
    void aKeyIsTakenInEveryFormThatShippersSend(String form) throws IOException {
        CreatedKey key = key(Role.INGEST);
        String header = form.replace("ENCODED", key.encoded())
                .replace("ID", key.key().id())
                .replace("SECRET", key.secret());
        assertThat(post(EVENTS, "{}".getBytes(StandardCharsets.UTF_8), authorization(header)))
                .hasAccepted(1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ApiKey ID:wrong",
                "ApiKey ID:",
                "ApiKey 0123:SECRET",
                "ApiKey :",
                "ApiKey",
                "ApiKey !!!",
                "ApiKey SECRET",
                "Basic ID:SECRET",
                "Digest ID:SECRET",
                "ID:SECRET"
            })
    void whatIsNoKeyIsUnknown(String form) throws IOException {
        CreatedKey key = key(Role.INGEST);
        String header = form.replace("ID", key.key().id()).replace("SECRET", key.secret());
        assertThat(post(EVENTS, new byte[] {'{', '}'}, authorization(header))).isProblem(401, "key_unknown");
    }

    @Test
    void tokensAreRefusedWhereNoIssuerIsSet() {
        assertThat(get(RULES, authorization("Bearer a.b.c"))).isProblem(401, "token_refused");
    }

    @Test
    void aKeyIsRefusedOnceItIsRevokedOrExpired() throws IOException {
        CreatedKey revoked = key(Role.READ);
        assertThat(get(RULES, with(revoked))).hasStatus(200);
        assertThat(keys.revoke(revoked.key().id())).isPresent();
        assertThat(get(RULES, with(revoked))).isProblem(401, "key_revoked").says("`key of [READ]`");
        CreatedKey expired = key("old", Instant.EPOCH, null, Role.READ);
        assertThat(get(RULES, with(expired))).isProblem(401, "key_expired").says("1970");
        String wrong = "ApiKey " + expired.key().id() + ":x";
        assertThat(get(RULES, authorization(wrong))).isProblem(401, "key_unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/events,                              INGEST",
        "GET,    /api/v1/events,                              INGEST",
        "POST,   /v1/logs,                                    INGEST",
        "GET,    /,                                           INGEST",
        "HEAD,   /,                                           INGEST",
        "POST,   /_bulk,                                      INGEST",
        "PUT,    /logs-x/_bulk,                               INGEST",
        "PUT,    /_index_template/x,                          INGEST",
        "PUT,    /x/_doc/1,                                   INGEST",
        "POST,   /es/_bulk,                                   INGEST",
        "POST,   /t/tenant/_bulk,                             INGEST",
        "PUT,    /%3Clogstash-%7Bnow%2Fd%7D-000001%3E,        INGEST",
        "GET,    /api/v1/rules,                               READ",
        "GET,    /api/v1/alerts,                              READ",
        "GET,    /api/v1/audit,                               READ",
        "POST,   /api/v1/eql/search,                          READ",
        "POST,   /api/v1/rules/validate,                      READ",
        "POST,   /api/v1/rules/test,                          READ",
        "POST,   /api/v1/rules/x/explain,                     READ",
        "PUT,    /api/v1/eql/search,                          OPERATE",
        "PUT,    /api/v1/rules/validate,                      OPERATE",
        "PUT,    /api/v1/rules/test,                          OPERATE",
        "PUT,    /api/v1/rules/x/explain,                     OPERATE",
        "GET,    /swagger-uix/_refresh,                       INGEST",
        "GET,    /v3/api-docsx/_refresh,                      INGEST",
        "GET,    /actuator/prometheus,                        READ",
        "GET,    /actuator/info,                              READ",
        "GET,    /actuator,                                   READ",
        "PUT,    /api/v1/rules/x,                             OPERATE",
        "PATCH,  /api/v1/rules/x,                             OPERATE",
        "DELETE, /api/v1/rules/x,                             OPERATE",
        "POST,   /api/v1/rules/x/other,                       OPERATE",
        "DELETE, /api/v1/exceptions/x,                        OPERATE",
        "PATCH,  /api/v1/alerts/x,                            OPERATE",
        "PATCH,  /api/v1/alerts,                              OPERATE",
        "DELETE, /api/v1/sinks/x/dead-letters,                OPERATE",
        "GET,    /api/v1/keys,                                ADMIN",
        "POST,   /api/v1/keys,                                ADMIN",
        "DELETE, /api/v1/keys/x,                              ADMIN",
        "GET,    /api/v1/keys/,                               ADMIN"
    })
    void eachCallNeedsARole(HttpMethod method, String path, Role needed) throws IOException {
        for (Role role : Role.values()) {
            boolean may = EnumSet.of(needed, Role.ADMIN).contains(role)
                    || (role.equals(Role.OPERATE) && needed.equals(Role.READ));
            Answer answer = send(method, path, "", with(key(role)));
            assertThat(answer.status() != 401 && answer.status() != 403)
                    .as("%s with %s: %s %s", path, role, answer.status(), answer.text())
                    .isEqualTo(may);
            if (!may && !method.equals(HttpMethod.HEAD)) {
                assertThat(answer.text()).contains("lacks the role `" + needed.text() + "`");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/livez",
                "/readyz",
                "/actuator/health",
                "/actuator/health/liveness",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-initializer.js",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config"
            })
    void probesAndTheDocumentAreOpen(String path) {
        assertThat(get(path)).hasStatus(200);
        assertThat(get(path, authorization("ApiKey wrong"))).hasStatus(200);
    }

    @Test
    void aPersonWhoLooksWhatIsHereNeedsNoKey() {
        assertThat(get("/", Map.of("Accept", "text/html")).status()).isNotIn(401, 403);
        assertThat(get("/").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readyz", "/actuator/health", "/actuator/health/readiness"})
    void probesAreOpenAndDetailsAreNot(String path) throws IOException {
        assertThat(get(path)).has("/status", "UP").hasNot("/components");
        assertThat(get(path, with(key(Role.INGEST)))).hasNot("/components");
        assertThat(get(path, with(key(Role.READ))).at("/components").size()).isPositive();
    }

    /** Some of them take any JSON for the answer of Elasticsearch, and the batch for delivered. */
    @Test
    void shippersAreRefusedInPlainText() throws IOException {
        Answer missing = post("/_bulk", "{}");
        assertThat(missing).hasStatus(401);
        assertThat(missing.headers().getContentType()).hasToString("text/plain;charset=UTF-8");
        assertThat(missing.text()).contains("needs a key");
        Answer forbidden = post("/_bulk", new byte[0], with(key(Role.READ)));
        assertThat(forbidden).hasStatus(403);
        assertThat(forbidden.text()).contains("lacks the role `ingest`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rules;x=1", "/api/v1//rules", "/x/../api/v1/rules", "/api/v1/%2e%2e/keys"})
    void anAddressThatCouldMeanTwoThingsIsRefused(String path) throws IOException {
        assertThat(get(path, with(key(Role.ADMIN))).status()).isIn(400, 404);
        assertThat(get(path).status()).isIn(400, 401);
    }

    @Test
    void keysAreMadeListedAndRevoked() throws IOException {
        CreatedKey admin = key("ann", null, null, Role.ADMIN);
        Answer made = post(
                KEYS,
                "{\"name\":\"shipper\",\"roles\":[\"ingest\"],\"expires_at\":\"2100-01-01T00:00:00Z\",\"rate_limit\":50}"
                        .getBytes(StandardCharsets.UTF_8),
                with(admin));
        assertThat(made)
                .hasStatus(201)
                .has("/name", "shipper")
                .has("/roles", "[\"ingest\"]")
                .has("/rate_limit", 50);
        String id = made.at("/id").asString();
        String secret = made.at("/api_key").asString();
        assertThat(made.at("/encoded").asString()).isEqualTo(base64(id + ":" + secret));
        assertThat(post(EVENTS, new byte[] {'{', '}'}, authorization("ApiKey " + id + ":" + secret)))
                .hasAccepted(1, 0);

        Answer list = get(KEYS, with(admin));
        assertThat(list.text()).contains(id).doesNotContain(secret, "hash");
        assertThat(list.text()).contains("\"created_by\":\"ann\"", "\"state\":\"live\"", "\"last_used_at\":\"20");

        assertThat(send(HttpMethod.DELETE, KEYS + "/" + id, "", with(admin))).has("/state", "revoked");
        assertThat(send(HttpMethod.DELETE, KEYS + "/nothing", "", with(admin))).isProblem(404, "key_not_found");
        assertThat(get("/api/v1/audit?size=2", with(admin)))
                .has("/entries/0/action", "revoke")
                .has("/entries/0/key_id", id)
                .has("/entries/0/actor", "ann")
                .has("/entries/1/action", "create")
                .has("/entries/1/key_id", id)
                .has("/entries/1/detail", "shipper: ingest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                      | key_body",
                "[]                                                    | key_body",
                "{\"roles\":[\"read\"]}                                | key_name",
                "{\"name\":\" \",\"roles\":[\"read\"]}                 | key_name",
                "{\"name\":\"anonymous\",\"roles\":[\"read\"]}         | key_name",
                "{\"name\":\"a\"}                                      | key_roles",
                "{\"name\":\"a\",\"roles\":[]}                         | key_roles",
                "{\"name\":\"a\",\"roles\":[\"root\"]}                 | key_roles",
                "{\"name\":\"a\",\"roles\":[\"read\"],\"rate_limit\":0}| key_rate",
                "{\"name\":\"a\",\"roles\":[\"read\"],\"expires_at\":1}| key_expiry",
                "{\"name\":\"a\",\"roles\":[\"read\"],\"expires_at\":\"2001-01-01T00:00:00Z\"}| key_expiry",
                "{\"name\":\"a\",\"roles\":[\"read\"],\"expire\":1}    | member_unknown"
            })
    void aKeyThatIsNotInOrderIsNotMade(@Nullable String body, String code) throws IOException {
        byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        assertThat(post(KEYS, bytes, with(key(Role.ADMIN)))).isProblem(400, code);
    }

    @Test
    void whatIsChangedIsNotedWithTheNameOfTheKey() throws IOException {
        CreatedKey key = key("bob", null, null, Role.OPERATE);
        assertThat(send(HttpMethod.PUT, LIST + "one", "{\"type\":\"keyword\",\"values\":[\"a\"]}", with(key))
                        .status())
                .isIn(200, 201);
        assertThat(get("/api/v1/audit?size=1", with(key)))
                .has("/entries/0/actor", "bob")
                .has("/entries/0/list_id", "one");
        assertThat(send(HttpMethod.POST, RULES + "/reload", "", with(key))).hasStatus(200);
        assertThat(get("/api/v1/audit?size=1", with(key))).has("/entries/0/action", "reload");
    }

    @Test
    void aKeyThatSendsTooMuchWaits() throws Exception {
        CreatedKey key = key("fast", null, 10, Role.INGEST, Role.READ);
        String many = "[" + "{},".repeat(299) + "{}]";
        assertThat(post(EVENTS, many.getBytes(StandardCharsets.UTF_8), with(key)))
                .hasAccepted(300, 0);
        HttpResponse<String> refused = impatient(EVENTS, key);
        assertThat(refused.statusCode())
                .isEqualTo(503); // which shippers send again that lose what is answered with 429
        assertThat(refused.body()).contains("\"code\":\"rate_limited\"", "`fast`");
        String wait = refused.headers().firstValue("Retry-After").orElseThrow();
        assertThat(Integer.parseInt(wait)).isBetween(1, 30);
        HttpResponse<String> plain = impatient("/_bulk", key);
        assertThat(plain.statusCode()).isEqualTo(429);
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(get("/actuator/prometheus", with(key(Role.READ))).text())
                .containsPattern(
                        "eqlair_requests_refused_total\\{code=\"rate_limited\",protocol=\"elasticsearch\"} [1-9]");
    }

    /** The other client does as {@code Retry-After} says. */
    private HttpResponse<String> impatient(String path, CreatedKey key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "ApiKey " + key.encoded())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/logs", "/t/blue/v1/logs", "/t/blue/v1/logs/"})
    void sendersOfLogRecordsAreRefusedAndCountedAsSuch(String path) throws Exception {
        CreatedKey key = key("records", null, 1, Role.INGEST);
        assertThat(post(EVENTS, "[{},{},{},{},{}]".getBytes(StandardCharsets.UTF_8), with(key)))
                .hasAccepted(5, 0);
        HttpResponse<String> limited = impatient(path, key);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(limited.headers().firstValue("X-Elastic-Product")).isEmpty();
        assertThat(post(path, "{}")).isProblem(401, "key_missing");
        assertThat(get("/actuator/prometheus", with(key(Role.READ))).text())
                .containsPattern("eqlair_requests_refused_total\\{code=\"rate_limited\",protocol=\"otlp\"} [1-9]")
                .containsPattern("eqlair_requests_refused_total\\{code=\"key_missing\",protocol=\"otlp\"} [1-9]");
    }

    @Test
    void refusedCallsAreCounted() throws IOException {
        events("{}");
        send(HttpMethod.DELETE, RULES + "/x", "", with(key(Role.READ)));
        assertThat(get("/actuator/prometheus", with(key(Role.READ))).text())
                .containsPattern("eqlair_requests_refused_total\\{code=\"key_missing\",protocol=\"api\"} [1-9]")
                .containsPattern("eqlair_requests_refused_total\\{code=\"role_missing\",protocol=\"api\"} [1-9]");
    }

    @Test
    void noSecretIsInAnyLog(CapturedOutput output) throws IOException {
        CreatedKey admin = key(Role.ADMIN);
        Answer made = post(KEYS, "{\"name\":\"a\",\"roles\":[\"read\"]}".getBytes(StandardCharsets.UTF_8), with(admin));
        String secret = made.at("/api_key").asString();
        String encoded = made.at("/encoded").asString();
        get(RULES, authorization("ApiKey " + encoded));
        get(RULES, authorization("Basic " + encoded));
        get(KEYS, authorization("Bearer " + encoded));
        get(RULES, authorization("ApiKey " + secret)); // in the wrong place
        get(RULES, authorization("ApiKey " + made.at("/id").asString() + ":wrong-" + secret));
        get(RULES, authorization("Digest " + secret));
        assertThat(output)
                .contains("Secur") // the log is there
                .doesNotContain(secret, encoded, admin.secret(), admin.encoded());
    }

    @Test
    void answersTellBrowsersWhatTheyMayDoWithThem() throws IOException {
        Answer answer = get(RULES, with(key(Role.READ)));
        assertThat(answer.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers().getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.headers().getFirst("Strict-Transport-Security")).isNull();
        assertThat(answer.headers().get("Set-Cookie")).isNull();
        assertThat(events("{}").headers().getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/swagger-ui/index.html").headers().getFirst("Content-Security-Policy"))
                .contains("default-src 'self'");
    }

    /** A policy for scripts lets through what comes from files only. */
    @Test
    void thePageRunsNoScriptThatStandsInIt() {
        assertThat(get("/swagger-ui/index.html").text()).doesNotContainPattern("<script(?![^>]*src=)[^>]*>|onload=");
    }
}
