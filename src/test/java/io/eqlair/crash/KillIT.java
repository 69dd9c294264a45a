package io.eqlair.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.store.TestDatabase;
import io.eqlair.testing.KilledService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real jar, killed at random moments while events come in. Whatever was acknowledged has its alert, once: senders repeat what was
 * not acknowledged, and nobody tells them how far the service had come with it.
 */
class KillIT {

    private static final int KILLS = 26;
    private static final int SENDERS = 3;
    private static final int LONGEST_LIFE = 1_500;

    @TempDir
    private Path directory;

    @Test
    void everyAcknowledgedAlertIsInSqliteOnce() throws Exception {
        TestDatabase database = TestDatabase.durableSqlite(directory);
        killAgainAndAgain(database, 1);
    }

    @Test
    void everyAcknowledgedAlertIsInPostgresOnce() throws Exception {
        TestDatabase database = TestDatabase.postgres(directory);
        killAgainAndAgain(database, 2);
    }

    private void killAgainAndAgain(TestDatabase database, long seed) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "--spring.datasource.url=" + database.url(),
                "--eqlair.rules.locations=src/test/resources/crash/rules",
                "--eqlair.sequences.snapshot-interval=100ms");
        try (KilledService service = new KilledService(directory, arguments)) {
            List<Sender> senders = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Sender sender = new Sender(service, "s" + i + "-", seed * 100 + i);
                senders.add(sender);
                threads.add(Thread.ofPlatform().name(sender.name()).start(sender));
            }
            Random random = new Random(seed);
            for (int kill = 0; kill < KILLS; kill++) {
                service.start();
                service.awaitReady();
                Thread.sleep(random.nextInt(LONGEST_LIFE));
                service.kill();
            }
            service.start();
            service.awaitReady();
            senders.forEach(Sender::end);
            for (Thread thread : threads) {
                thread.join();
            }
            check(senders, new Stored(database));
        }
    }

    private static void check(List<Sender> senders, Stored stored) {
        Set<String> ids = new HashSet<>(stored.ids());
        assertThat(stored.ids()).doesNotHaveDuplicates();
        assertThat(stored.events("c1"))
                .containsExactlyInAnyOrderElementsOf(senders.stream()
                        .flatMap(sender -> sender.singles().stream())
                        .toList());
        assertThat(stored.events("c2"))
                .containsExactlyInAnyOrderElementsOf(senders.stream()
                        .flatMap(sender -> sender.pairs().stream())
                        .map(pair -> pair + "-1")
                        .toList());
        for (Sender sender : senders) {
            assertThat(ids).containsAll(sender.acknowledgedAlerts());
            assertThat(stored.suppressed(sender.name()))
                    .as("noise of %s", sender.name())
                    .isEqualTo(sender.noises() - 1);
            assertThat(sender.resent())
                    .as("there was something to be sent again")
                    .isPositive();
        }
        System.Logger log = System.getLogger(KillIT.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "{0} kills, {1} alerts, {2} repetitions",
                KILLS,
                ids.size(),
                senders.stream().mapToInt(Sender::resent).sum());
    }

    /** What is in the database. */
    private record Stored(TestDatabase database) {

        List<String> ids() {
            return new JdbcTemplate(database.source())
                    .query("select id from alerts", (row, number) -> row.getString(1));
        }

        /** The messages of the first events of a rule's alerts. */
        List<String> events(String rule) {
            return documents(rule)
                    .map(document -> document.at("/events/0/source/message").asString())
                    .toList();
        }

        private Stream<JsonNode> documents(String rule) {
            return new JdbcTemplate(database.source())
                            .query(
                                    "select document from alerts where rule_id = ?",
                                    (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8),
                                    "00000000-0000-4000-8000-0000000000" + rule)
                            .stream()
                            .map(JsonMapper.shared()::readTree);
        }

        /** How many were counted on the one alert of a sender's host. */
        long suppressed(String host) {
            List<Long> counts = new JdbcTemplate(database.source())
                    .query(
                            "select suppressed, document from alerts where rule_id like '%c3'",
                            (row, number) -> hasHost(row.getBytes(2), host) ? row.getLong(1) : -1);
            counts.removeIf(count -> count < 0);
            assertThat(counts).as("alerts for the noise of %s", host).hasSize(1);
            return counts.getFirst();
        }

        private static boolean hasHost(byte[] document, String host) {
            JsonNode found = JsonMapper.shared().readTree(document).at("/events/0/source/host/id");
            return found.asString().equals(host);
        }
    }
}
