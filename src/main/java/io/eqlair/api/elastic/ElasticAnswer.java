package io.eqlair.api.elastic;

import io.eqlair.api.http.Rsyslog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** How every answer of this surface looks, whatever it says. */
final class ElasticAnswer {

    private static final String OPAQUE_ID = "X-Opaque-Id";

    /** A caller of Elasticsearch 7 or later names the version that its answer is to be compatible with. */
    private static final Pattern COMPATIBLE =
            Pattern.compile("application/vnd\\.elasticsearch\\+\\w[\\w-]*\\s*;\\s*compatible-with\\s*=\\s*(\\d{1,2})");

    private ElasticAnswer() {}

    /** Writes JSON. */
    static void json(HttpServletRequest request, HttpServletResponse response, HttpStatus status, byte[] json)
            throws IOException {
        begin(request, response, status, mediaType(request.getHeader(HttpHeaders.ACCEPT)));
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /** Writes JSON. */
    static void json(HttpServletRequest request, HttpServletResponse response, String json) throws IOException {
        json(request, response, HttpStatus.OK, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a line of plain text. */
    static void text(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String text)
            throws IOException {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        begin(request, response, status, MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        Rsyslog.announce(request, response, line.length);
        response.getOutputStream().write(line);
    }

    private static void begin(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String mediaType) {
        response.setStatus(status.value());
        response.setContentType(mediaType);
        response.setHeader("X-Elastic-Product", "Elasticsearch"); // official clients talk to nobody else
        String opaqueId = request.getHeader(OPAQUE_ID);
        if (opaqueId != null) {
            response.setHeader(OPAQUE_ID, opaqueId);
        }
    }

    private static String mediaType(@Nullable String accept) {
        Matcher compatible = COMPATIBLE.matcher(accept == null ? "" : accept);
        return compatible.find()
                ? "application/vnd.elasticsearch+json;compatible-with=" + compatible.group(1)
                : MediaType.APPLICATION_JSON_VALUE;
    }
}
