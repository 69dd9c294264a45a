package io.eqlair.api.elastic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version of Elasticsearch we say we are. A Beat refuses to send to an Elasticsearch that is older than itself, so its own
 * version is echoed; whoever says none is told the one of the settings.
 */
public final class ElasticVersion {

    /** {@code Elastic-filebeat/9.1.0 (…)}, {@code Logstash/9.0.1}, {@code elasticsearch-js/8.19.0 (…)} */
    private static final Pattern CALLER =
            Pattern.compile("^(?:elastic[\\w-]*|logstash)/(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})", Pattern.CASE_INSENSITIVE);

    private final String usual;

    /**
     * A version.
     *
     * @param usual such as 8.19.0
     */
    public ElasticVersion(String usual) {
        this.usual = usual;
    }

    /** The version for a caller, by its header {@code User-Agent}. */
    String of(@Nullable String userAgent) {
        Matcher caller = CALLER.matcher(userAgent == null ? "" : userAgent);
        return caller.find() ? caller.group(1) : usual;
    }
}
