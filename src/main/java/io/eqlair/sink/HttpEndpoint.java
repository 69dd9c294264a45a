package io.eqlair.sink;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a sink posts to.
 *
 * @param uri http or https, with a host and without credentials
 * @param headers that are sent with each request, by their names in either case
 * @param timeout of a request from its beginning to the end of its answer
 * @param allowPrivate whether the host may stand for an address that is not public
 */
public record HttpEndpoint(URI uri, Map<String, Secret> headers, Duration timeout, boolean allowPrivate) {

    public HttpEndpoint {
        Map<String, Secret> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** Without its path, which may be a secret itself. */
    @Override
    public String toString() {
        return "HttpEndpoint[" + uri.getScheme() + "://" + uri.getRawAuthority() + "]";
    }
}
