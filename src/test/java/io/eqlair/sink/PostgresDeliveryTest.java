package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.format.AlertFormat;
import io.eqlair.store.DeadLetter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that sinks ask of the database, on the other one. */
class PostgresDeliveryTest {

    @TempDir
    private Path directory;

    @Test
    void alertsGoOnFromPostgresToo() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Receiver receiver = Receiver.open()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            receiver.answering(request -> Receiver.Reply.of(request.key().equals("b") ? 400 : 200));
            try (Database database = Database.postgres(directory, url)) {
                database.raise("a", "b", "c");
                RunningSink sink = started(database, receiver);
                receiver.takes("a", "c");
                Waiting.until(() -> assertThat(sink.status().pending()).isZero());
                assertThat(sink.deadLetters(0, 10))
                        .extracting(DeadLetter::alertId)
                        .containsExactly("b");
                assertThat(sink.retry("b")).isEqualTo(1);
                Waiting.until(() -> assertThat(receiver.keys()).containsExactly("a", "b", "c", "b"));
                sink.stop();
                database.raise("d", "e");
                assertThat(sink.status().pending()).isEqualTo(2);
                assertThat(sink.lag()).isPositive();
                database.jdbc.sql("delete from alerts where id in ('b', 'd')").update();
            }
            try (Database database = Database.postgres(directory, url)) {
                RunningSink sink = started(database, receiver);
                Waiting.until(() -> assertThat(receiver.taken()).containsExactly("a", "c", "e"));
                assertThat(sink.missed()).isEqualTo(2);
                assertThat(sink.deadLetters()).isZero();
                assertThat(sink.drop(null)).isZero();
                sink.stop();
            }
        }
    }

    private static RunningSink started(Database database, Receiver receiver) {
        HttpEndpoint endpoint = new HttpEndpoint(receiver.uri(), Map.of(), Duration.ofSeconds(2), true);
        SinkSettings settings =
                new SinkSettings("hook", true, AlertFormat.NATIVE, AlertSelection.FOR_PEOPLE, true, Backoff.DEFAULT);
        Sink to = new WebhookSink(endpoint, AlertFormat.NATIVE, null, 1, InstantSource.system());
        RunningSink sink = new RunningSink(settings, to, database.store, InstantSource.system());
        sink.start();
        return sink;
    }
}
