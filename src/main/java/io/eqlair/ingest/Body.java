package io.eqlair.ingest;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries, as it comes from the network.
 *
 * @param length in bytes as they are sent, -1 where that is not known
 * @param encoding the header {@code Content-Encoding}, null where there is none
 */
public record Body(
        InputStream stream, long length, @Nullable String encoding) {

    /** The unpacked bytes; reading more of them than the limit ends in {@link BodyRejected}. */
    public InputStream open(long limit) throws IOException {
        if (length > limit) {
            throw new BodyRejected(Problem.BODY_TOO_LARGE, limit);
        }
        return new BoundedStream(unpacked(), limit);
    }

    private InputStream unpacked() throws IOException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> stream;
            case "gzip", "x-gzip" -> new GzipStream(stream);
            default -> throw new BodyRejected(Problem.BODY_ENCODING, name);
        };
    }
}
