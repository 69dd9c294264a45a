package io.eqlair.api.http;

import io.eqlair.ingest.body.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The bytes of requests that are read whole, unpacked. */
public final class RequestBytes {

    /** Names of NDJSON that are in use. */
    private static final Pattern LINES = Pattern.compile(
            "application/(x-ndjson|ndjson|jsonl|x-jsonlines|json-lines|stream\\+json)\\b", Pattern.CASE_INSENSITIVE);

    private RequestBytes() {}

    /** All of them; {@link io.eqlair.ingest.body.BodyRejected} where there are more than the limit for bodies. */
    public static byte[] all(HttpServletRequest request, long limit) throws IOException {
        try (InputStream bytes = body(request).open(limit)) {
            return bytes.readAllBytes();
        }
    }

    /** At most one more than may be, so that whoever reads them can say that they are too many. */
    public static byte[] start(HttpServletRequest request, int most) throws IOException {
        try (InputStream bytes = body(request).open(Long.MAX_VALUE)) {
            return bytes.readNBytes(most + 1);
        }
    }

    /** Whether the sender says that there is an event on each line. */
    public static boolean isLines(HttpServletRequest request) {
        String mediaType = request.getContentType();
        return mediaType != null && LINES.matcher(mediaType).lookingAt();
    }

    /** What a request carries, unread. */
    public static Body body(HttpServletRequest request) throws IOException {
        return new Body(
                request.getInputStream(),
                request.getContentLengthLong(),
                request.getHeader(HttpHeaders.CONTENT_ENCODING));
    }
}
