package io.eqlair.config;

import io.eqlair.config.SinkProperties.Target;
import io.eqlair.problem.Problem;
import io.eqlair.sink.HttpEndpoint;
import io.eqlair.sink.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads where a sink posts to, and as whom.
 *
 * @param settings checks single ones
 * @param target has them
 */
record SinkEndpoint(SinkSetting settings, Target target) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e\\t]*");

    /** Headers that a request has already, and only once. */
    private static final Set<String> TAKEN = Set.of(
            "connection",
            "content-length",
            "content-type",
            "host",
            "idempotency-key",
            "transfer-encoding",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp");

    private static final String BULK =
            "/_bulk?filter_path=items.create.status,items.create.error.type,items.create.error.reason";

    HttpEndpoint webhook() {
        return new HttpEndpoint(uri(), headers(), timeout(), Objects.requireNonNullElse(target.allowPrivate(), false));
    }

    /** The bulk call of an index. Clusters stand in private networks as a rule, so those are allowed. */
    HttpEndpoint bulk(String index) {
        URI base = uri();
        if (base.getRawQuery() != null) {
            throw new SettingRejected(Problem.SINK_URL, settings.property("url"));
        }
        String root = base.toString().replaceAll("/+$", "");
        Map<String, Secret> headers = new HashMap<>(headers());
        credentials(headers);
        return new HttpEndpoint(URI.create(root + "/" + index + BULK), headers, timeout(), true);
    }

    private URI uri() {
        Secret url = settings.required("url", target.url(), "https://example.org/alerts");
        try {
            URI uri = new URI(url.reveal().strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // told below, without the text: it may be a secret
        }
        throw new SettingRejected(Problem.SINK_URL, settings.property("url"));
    }

    private Map<String, Secret> headers() {
        target.headers().forEach((name, value) -> {
            String property = settings.property("headers." + name);
            if (!TOKEN.matcher(name).matches()
                    || !PRINTABLE.matcher(value.reveal()).matches()) {
                throw new SettingRejected(Problem.SINK_HEADER, property);
            }
            if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
                throw new SettingRejected(Problem.SINK_HEADER_TAKEN, property);
            }
        });
        return target.headers();
    }

    private void credentials(Map<String, Secret> headers) {
        boolean named = target.username() != null || target.password() != null;
        if (named && target.apiKey() != null) {
            throw new SettingRejected(Problem.SINK_CREDENTIALS, settings.property("api-key"));
        }
        if (named) {
            String pair = settings.required("username", target.username(), "eqlair") + ":"
                    + settings.required("password", target.password(), "${EQLAIR_PASSWORD}")
                            .reveal();
            String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            headers.put("Authorization", new Secret("Basic " + basic));
        } else if (target.apiKey() != null) {
            headers.put("Authorization", new Secret("ApiKey " + target.apiKey().reveal()));
        }
    }

    private Duration timeout() {
        Duration timeout = Objects.requireNonNullElse(target.timeout(), TIMEOUT);
        settings.positive("timeout", timeout);
        return timeout;
    }
}
