package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.access.ApiKeys;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A service without keys, which everybody on this machine may call, but no page of another site that a browser shows there. */
class OpenAccessHttpTest extends HttpTest {

    private static final String KEYS = "/api/v1/keys";

    @Autowired
    private ApiKeys keys;

    /** As browsers send it without asking, sent by hand, since clients do not let the host be said. */
    private String posted(String path, String body, String host, @Nullable String origin) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n")
                + "Content-Type: text/plain\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (RawClient client = new RawClient(port)) {
            return client.send(request.replace("PORT", Integer.toString(port))).readToEnd();
        }
    }

    /** The name of its site means this machine by now. */
    @Test
    void aPageThatHasItsNameMeanThisMachineMakesNoKey() throws IOException {
        String key = "{\"name\":\"evil\",\"roles\":[\"admin\"]}";
        assertThat(posted(KEYS, key, "evil.example:PORT", "http://evil.example:PORT"))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"code\":\"cross_site\"", "`Host` is `evil.example:" + port + "`", "localhost");
        assertThat(keys.areNone()).isTrue();
    }

    /** What is let in lacks all that a key needs, so that the service stays open. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/keys,        localhost:PORT,         http://localhost:PORT,         400",
        "/api/v1/keys,        LOCALHOST:PORT,         http://localhost:PORT,         400",
        "/api/v1/keys,        localhost,              https://localhost,             400",
        "/api/v1/keys,        127.0.0.1:PORT,         http://127.0.0.1:PORT,         400",
        "/api/v1/keys,        [::1]:PORT,             http://[::1]:PORT,             400",
        "/api/v1/keys,        evil.example,           ,                              400",
        "/api/v1/keys,        evil.example,           http://evil.example,           403",
        "/%61pi/v1/keys,      evil.example,           http://evil.example,           403",
        "/api/v1/keys,        127.0.0.1.evil.example, http://127.0.0.1.evil.example, 403",
        "/api/v1/keys,        localhost.evil.example, http://localhost.evil.example, 403",
        "/api/v1/keys,        localhost:PORT,         http://evil.example,           403",
        "/api/v1/keys,        localhost:PORT,         http://localhost:1,            403",
        "/api/v1/keys,        localhost:PORT,         null,                          403",
        "/api/v1/rules/reload, evil.example,          http://evil.example,           403",
        "/api/v1/events,      localhost:PORT,         http://evil.example,           403",
        "/_bulk,              localhost:PORT,         http://evil.example,           403",
        "/api/v1/events,      proxy.example,          http://proxy.example,          200",
        "/api/v1/events,      proxy.example,          ,                              200",
        "/v1/logs,            proxy.example,          ,                              415"
    })
    void theOriginOfAPageIsWhereItCalls(String path, String host, @Nullable String origin, String status)
            throws IOException {
        assertThat(posted(path, "{}", host, origin)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(keys.areNone()).isTrue();
    }
}
