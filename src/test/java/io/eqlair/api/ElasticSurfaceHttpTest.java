package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shippers ask for and set up before they send. */
class ElasticSurfaceHttpTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/es", "/es/", "/t/acme", "/t/acme/"})
    void saysThatItIsElasticsearch(String path) throws Exception {
        assertThat(get(path))
                .hasStatus(200)
                .has("/version/number", "8.19.0")
                .has("/version/build_flavor", "default")
                .has("/tagline", "You Know, for Search");
        HttpResponse<String> head = call("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("X-Elastic-Product")).contains("Elasticsearch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elastic-filebeat/9.1.0 (linux; amd64)",
                "Logstash/9.1.0 (OS=Linux)",
                "elasticsearch-js/9.1.0 (linux)"
            })
    void echoesTheVersionOfItsCaller(String userAgent) throws Exception {
        assertThat(call("GET", "/", "User-Agent", userAgent).body()).contains("\"number\":\"9.1.0\"");
    }

    @Test
    void aVersionOfSomebodyElseIsNotEchoed() throws Exception {
        assertThat(call("GET", "/", "User-Agent", "Vector/0.49.0").body()).contains("\"number\":\"8.19.0\"");
    }

    @Test
    void aBrowserIsShownTheCallsToTry() throws Exception {
        HttpResponse<String> answer = call("GET", "/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/swagger-ui.html");
        HttpResponse<String> page = call("GET", "/swagger-ui.html");
        assertThat(page.headers().firstValue("Location")).contains("/swagger-ui/index.html");
    }

    @Test
    void theLicenceIsActive() {
        assertThat(get("/_license?human=false"))
                .has("/license/status", "active")
                .has("/license/type", "basic");
        assertThat(get("/_xpack")).has("/license/status", "active").has("/features/ilm/enabled", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_cluster/health", "/_cat/health", "/es/_cluster/health/", "/t/acme/_cat/health"})
    void isHealthy(String path) {
        assertThat(get(path)).hasStatus(200);
        assertThat(get(path).text()).contains("green");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_nodes/http", "/_nodes/_all/http", "/_nodes"})
    void whoLooksForOtherNodesStaysHere(String path) {
        assertThat(get(path)).has("/nodes/eqlair/http/publish_address", "127.0.0.1:" + port);
        assertThat(get("/es" + path)).hasStatus(200).has("/nodes", "{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_index_template/filebeat-9.1.0",
                "/_template/logstash",
                "/_component_template/x",
                "/_ilm/policy/filebeat",
                "/_ingest/pipeline/filebeat-9.1.0-system-auth",
                "/_data_stream/logs-x-default",
                "/_alias/filebeat",
                "/logstash",
                "/logstash/",
                "/filebeat-9.1.0",
                "/es/logs.app/",
                "/es/_ilm/policy/filebeat/",
                "/t/acme/logstash"
            })
    void whatIsSetUpIsThereAlready(String path) throws Exception {
        assertThat(get(path)).hasStatus(200).has("", "{}");
        assertThat(call("HEAD", path).statusCode()).isEqualTo(200);
        assertThat(call("PUT", path).body()).isEqualTo("{\"acknowledged\":true}");
    }

    @Test
    void namesWithEncodedSlashesAreNames() throws Exception {
        for (String name : List.of("logstash", "filebeat-7.17.0")) {
            HttpResponse<String> answer = call("PUT", "/%3C" + name + "-%7Bnow%2Fd%7D-000001%3E");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"acknowledged\":true}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/health", "/metrics", "/ready", "/favicon.ico", "/nothing/there", "/_nothing"})
    void whatIsNoPartOfItIsNotThere(String path) {
        assertThat(get(path)).isProblem(404, "path_unknown");
    }

    @Test
    void whatWasSentCanBeFoundAtOnce() {
        assertThat(get("/logs/_refresh")).has("/_shards/successful", 1);
        assertThat(post("/_refresh", "")).has("/_shards/failed", 0);
    }

    @Test
    void whoSendsEventsMayLookFirst() throws Exception {
        assertThat(get(EVENTS)).hasStatus(200);
        assertThat(call("HEAD", EVENTS).statusCode()).isEqualTo(200);
        assertThat(call("OPTIONS", EVENTS).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
