package io.eqlair.api.shipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The official clients for Java, those of Elasticsearch and of OpenSearch. */
class JavaClientsHttpTest extends CrampedHttpTest {

    private static final Map<String, Object> GOOD =
            Map.of("@timestamp", "2026-11-22T10:15:00.000Z", "event", Map.of("category", "process"));

    private static Object tooDeep() {
        Object value = 1;
        for (int depth = 0; depth < 200; depth++) {
            value = Map.of("a", value);
        }
        return value;
    }

    @Test
    void elasticsearchsKnowsWhoAnswers() throws IOException {
        try (ElasticsearchClient client = elasticsearch()) {
            assertThat(client.info().tagline()).isEqualTo("You Know, for Search");
            assertThat(client.cluster().health().timedOut()).isFalse();
            assertThat(client.license().get().license().status().jsonValue()).isEqualTo("active");
            assertThat(client.indices()
                            .existsIndexTemplate(template -> template.name("logs"))
                            .value())
                    .isTrue();
        }
    }

    @Test
    void elasticsearchsIsToldOfEachEvent() throws IOException {
        try (ElasticsearchClient client = elasticsearch()) {
            BulkResponse answer = bulk(client, List.of(GOOD, tooDeep(), GOOD));
            assertThat(answer.errors()).isTrue();
            assertThat(answer.items()).extracting(item -> item.status()).containsExactly(201, 400, 201);
            assertThat(answer.items().get(1).toString()).contains("document_parsing_exception", "100");
            assertThat(bulk(client, List.of(GOOD)).errors()).isFalse();
            assertThat(client.index(one -> one.index("logs").id("7").document(GOOD))
                            .result()
                            .jsonValue())
                    .isEqualTo("created");
        }
    }

    @Test
    void elasticsearchsRaisesAnOverloadForItsProgram() throws IOException {
        try (ElasticsearchClient client = elasticsearch();
                Socket slow = wire.slowSender(ENOUGH_TO_KEEP_OTHERS_OUT)) {
            assertThat(slow.isConnected()).isTrue();
            await().untilAsserted(() -> assertThatThrownBy(() -> bulk(client, List.of(GOOD, GOOD, GOOD, GOOD)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            refusal -> assertThat(refusal.statusCode()).isEqualTo(429)));
        }
    }

    private ElasticsearchClient elasticsearch() {
        return ElasticsearchClient.of(config -> config.host(URI.create("http://127.0.0.1:" + port)));
    }

    private static BulkResponse bulk(ElasticsearchClient client, List<Object> events) throws IOException {
        return client.bulk(request -> {
            events.forEach(event -> request.operations(
                    one -> one.create(create -> create.index("logs").document(event))));
            return request;
        });
    }

    @Test
    void openSearchsIsToldOfEachEvent() throws IOException {
        try (OpenSearchTransport transport = openSearch()) {
            OpenSearchClient client = new OpenSearchClient(transport);
            org.opensearch.client.opensearch.core.BulkResponse answer = bulk(client, List.of(GOOD, tooDeep(), GOOD));
            assertThat(answer.errors()).isTrue();
            assertThat(answer.items()).extracting(item -> item.status()).containsExactly(201, 400, 201);
            assertThat(bulk(client, List.of(GOOD)).errors()).isFalse();
        }
    }

    @Test
    void openSearchsRaisesAnOverloadForItsProgram() throws IOException {
        try (OpenSearchTransport transport = openSearch();
                Socket slow = wire.slowSender(ENOUGH_TO_KEEP_OTHERS_OUT)) {
            assertThat(slow.isConnected()).isTrue();
            OpenSearchClient client = new OpenSearchClient(transport);
            await().untilAsserted(() -> assertThatThrownBy(() -> bulk(client, List.of(GOOD, GOOD, GOOD, GOOD)))
                    .hasStackTraceContaining("429"));
        }
    }

    private OpenSearchTransport openSearch() {
        return ApacheHttpClient5TransportBuilder.builder(new HttpHost("http", "127.0.0.1", port))
                .setMapper(new org.opensearch.client.json.jackson.JacksonJsonpMapper())
                .build();
    }

    private static org.opensearch.client.opensearch.core.BulkResponse bulk(OpenSearchClient client, List<Object> events)
            throws IOException {
        return client.bulk(request -> {
            events.forEach(event -> request.operations(
                    one -> one.create(create -> create.index("logs").document(event))));
            return request;
        });
    }
}
