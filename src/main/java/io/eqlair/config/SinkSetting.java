package io.eqlair.config;

import io.eqlair.config.SinkProperties.Kind;
import io.eqlair.config.SinkProperties.Target;
import io.eqlair.problem.Problem;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Checks single settings of a sink.
 *
 * @param sink the property that all of its settings are below
 */
record SinkSetting(String sink) {

    /** The settings that only some types have. */
    static List<String> of(Kind type) {
        return switch (type) {
            case FILE -> List.of("path", "max-bytes", "keep");
            case WEBHOOK -> List.of("url", "timeout", "headers", "secret", "batch", "allow-private");
            case ELASTICSEARCH ->
                List.of("url", "timeout", "headers", "batch", "index", "username", "password", "api-key");
        };
    }

    /** Those among them that were given. */
    static Set<String> given(Target target) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("path", target.path());
        all.put("max-bytes", target.maxBytes());
        all.put("keep", target.keep());
        all.put("url", target.url());
        all.put("timeout", target.timeout());
        all.put("headers", target.headers().isEmpty() ? null : target.headers());
        all.put("secret", target.secret());
        all.put("batch", target.batch());
        all.put("allow-private", target.allowPrivate());
        all.put("index", target.index());
        all.put("username", target.username());
        all.put("password", target.password());
        all.put("api-key", target.apiKey());
        Set<String> given = new HashSet<>();
        all.forEach((name, value) -> {
            if (value != null) {
                given.add(name);
            }
        });
        return given;
    }

    String property(String name) {
        return sink + "." + name;
    }

    <T> T required(String name, @Nullable T value, String example) {
        if (value == null) {
            throw new SettingRejected(Problem.SINK_MISSING, property(name), example);
        }
        return value;
    }

    int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new SettingRejected(Problem.SINK_RANGE, property(name), value, least, most);
        }
        return value;
    }

    void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new SettingRejected(Problem.SINK_POSITIVE, property(name), "1s");
        }
    }

    void positive(String name, DataSize value) {
        if (value.toBytes() <= 0) {
            throw new SettingRejected(Problem.SINK_POSITIVE, property(name), "100MB");
        }
    }
}
