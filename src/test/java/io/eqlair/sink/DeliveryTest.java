package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.format.AlertFormat;
import io.eqlair.rule.Severity;
import io.eqlair.sink.Receiver.Reply;
import io.eqlair.store.DeadLetter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts go from a database to a server that fails in all ways. */
class DeliveryTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    @TempDir
    private Path directory;

    private Database database;
    private Receiver receiver;
    private Sinks sinks;
    private RunningSink sink;

    @BeforeEach
    void open() {
        receiver = Receiver.open();
        database = Database.sqlite(directory);
        sink = running(settings(AlertSelection.FOR_PEOPLE, true), hook());
        sinks = started(sink);
    }

    @AfterEach
    void close() {
        sinks.stop();
        database.close();
        receiver.close();
    }

    private static SinkSettings settings(AlertSelection selection, boolean fromBeginning) {
        Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), 4);
        return new SinkSettings("hook", true, AlertFormat.NATIVE, selection, fromBeginning, backoff);
    }

    private Sink hook() {
        Map<String, Secret> headers = Map.of("Authorization", new Secret("Bearer topsecret"));
        HttpEndpoint endpoint = new HttpEndpoint(receiver.uri(), headers, TIMEOUT, true);
        return new WebhookSink(endpoint, AlertFormat.NATIVE, null, 1, InstantSource.system());
    }

    private RunningSink running(SinkSettings settings, Sink to) {
        return new RunningSink(settings, to, database.store, InstantSource.system());
    }

    private static Sinks started(RunningSink sink) {
        Sinks sinks = new Sinks(List.of(sink));
        sinks.start();
        return sinks;
    }

    private void start(SinkSettings settings, Sink to) {
        sink = running(settings, to);
        sinks = started(sink);
    }

    private void restart() {
        restart(settings(AlertSelection.FOR_PEOPLE, false));
    }

    private void restart(SinkSettings settings) {
        sinks.stop();
        database.close();
        database = Database.sqlite(directory);
        start(settings, hook());
    }

    @Test
    void alertsArriveInTheirOrderAndOnce() {
        String[] ids = IntStream.range(0, 50).mapToObj(i -> "a" + i).toArray(String[]::new);
        database.raise(ids);
        receiver.takes(ids);
        Waiting.until(() -> assertThat(sink.status().pending()).isZero());
        assertThat(sink.status().delivered()).isEqualTo(50);
        assertThat(sink.status().state()).isEqualTo(SinkState.RUNNING);
        assertThat(sink.lag()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408, 401, 404, 302, 429})
    void whatIsAnsweredWithAnErrorComesAgainBeforeWhatFollows(int status) {
        receiver.answering(Reply.of(status).with("Location", receiver.uri().toString()), Reply.of(status));
        database.raise("a", "b");
        receiver.takes("a", "b");
        assertThat(receiver.keys()).containsExactly("a", "a", "a", "b");
        assertThat(sink.failed()).isEqualTo(2);
        assertThat(sink.deadLetters()).isZero();
    }

    @Test
    void aConnectionThatIsDroppedMeansThatTheAlertComesAgain() {
        receiver.answering(Reply.DROPPED, Reply.DROPPED);
        database.raise("a", "b");
        receiver.takes("a", "b");
        assertThat(receiver.keys()).containsExactly("a", "a", "a", "b");
    }

    @Test
    void anAnswerThatTakesTooLongIsNotWaitedFor() {
        receiver.answering(Reply.OK.after(TIMEOUT.multipliedBy(3)));
        database.raise("a", "b");
        Waiting.until(() -> assertThat(receiver.keys()).containsExactly("a", "a", "b"));
        assertThat(sink.failed()).isEqualTo(1);
    }

    @Test
    void connectionsThatAreRefusedAreTriedForEver() {
        int port = receiver.port();
        receiver.close();
        database.raise("a", "b");
        Waiting.until(() -> assertThat(sink.failed()).isGreaterThan(10));
        assertThat(sink.status().pending()).isEqualTo(2);
        assertThat(sink.status().lastError()).isNotNull();
        assertThat(sink.lag()).isPositive();
        receiver = Receiver.at(port);
        receiver.takes("a", "b");
        assertThat(sink.deadLetters()).isZero();
    }

    @Test
    void aReceiverThatSaysWhenToComeAgainIsObeyedAndNeverGivenUpOn() {
        Reply later = Reply.of(503).with("Retry-After", "1");
        receiver.answering(later, later, Reply.of(429), Reply.of(429), Reply.of(429), Reply.of(429));
        database.raise("a");
        receiver.takes("a");
        assertThat(receiver.keys()).hasSize(7);
        assertThat(Duration.between(
                        receiver.all().get(0).at(), receiver.all().get(2).at()))
                .isGreaterThan(Duration.ofMillis(1_900));
        assertThat(sink.deadLetters()).isZero();
    }

    @Test
    void whatIsRefusedBecomesADeadLetterAndCanBeSentAgain() {
        receiver.answering(request -> request.key().equals("b") ? Reply.of(400, "no\nBearer topsecret") : Reply.OK);
        database.raise("a", "b", "c");
        receiver.takes("a", "c");
        Waiting.until(() -> assertThat(sink.deadLetters()).isEqualTo(1));
        DeadLetter letter = sink.deadLetters(0, 10).getFirst();
        assertThat(letter.alertId()).isEqualTo("b");
        assertThat(letter.reason()).isEqualTo("It answered 400: no *** ***");
        assertThat(sink.retry("b")).isEqualTo(1);
        Waiting.until(() -> assertThat(receiver.keys()).containsExactly("a", "b", "c", "b"));
        Waiting.until(
                () -> assertThat(sink.deadLetters(0, 10).getFirst().again()).isFalse());
        receiver.answering(request -> Reply.OK);
        assertThat(sink.retry(null)).isEqualTo(1);
        receiver.takes("a", "c", "b");
        Waiting.until(() -> assertThat(sink.deadLetters()).isZero());
    }

    @Test
    void deadLettersCanBeDropped() {
        receiver.answering(request -> Reply.of(422));
        database.raise("a", "b", "c");
        Waiting.until(() -> assertThat(sink.deadLetters()).isEqualTo(3));
        assertThat(sink.drop("b")).isEqualTo(1);
        assertThat(sink.drop("b")).isZero();
        assertThat(sink.deadLetters(0, 10)).extracting(DeadLetter::alertId).containsExactly("a", "c");
        assertThat(sink.drop(null)).isEqualTo(2);
    }

    @Test
    void oneAlertThatAlwaysFailsDoesNotKeepTheOthers() {
        receiver.answering(request -> request.key().equals("b") ? Reply.of(500) : Reply.OK);
        database.raise("a", "b", "c");
        receiver.takes("a", "c");
        assertThat(receiver.keys()).containsExactly("a", "b", "b", "b", "b", "c");
        assertThat(sink.deadLetters(0, 10)).extracting(DeadLetter::alertId).containsExactly("b");
    }

    @Test
    void attemptsAreCountedAcrossStarts() {
        receiver.answering(request -> Reply.of(500));
        database.raise("a");
        Waiting.until(() -> assertThat(sink.failed()).isEqualTo(2));
        restart();
        Waiting.until(() -> assertThat(sink.deadLetters()).isEqualTo(1));
        assertThat(receiver.all()).hasSize(4);
    }

    @Test
    void aSinkGoesOnWhereItWasAndTakesWhatCameMeanwhile() {
        database.raise("a", "b");
        receiver.takes("a", "b");
        sinks.stop();
        database.raise("c");
        restart();
        database.raise("d");
        receiver.takes("a", "b", "c", "d");
    }

    @Test
    void aNewSinkBeginsWithWhatIsYetToCome() {
        database.raise("a");
        receiver.takes("a");
        SinkSettings other =
                new SinkSettings("other", true, AlertFormat.NATIVE, AlertSelection.FOR_PEOPLE, false, Backoff.DEFAULT);
        restart(other);
        Waiting.until(() -> assertThat(sink.status().position()).isEqualTo(1));
        restart(other);
        database.raise("b");
        receiver.takes("a", "b");
    }

    @Test
    void onlyWhatIsSelectedIsSent() {
        restart(settings(new AlertSelection(Severity.HIGH, Set.of(), false), false));
        database.add(List.of(
                Alerts.alert("a", "medium", false),
                Alerts.alert("b", "high", false),
                Alerts.alert("c", "critical", true),
                Alerts.alert("d", "critical", false)));
        receiver.takes("b", "d");
        Waiting.until(() -> assertThat(sink.status().pending()).isZero());
    }

    @Test
    void whatWasDeletedBeforeItWasTakenIsCounted() {
        receiver.answering(request -> request.key().equals("a") ? Reply.of(400) : Reply.of(429));
        database.raise("a", "b", "c", "d");
        Waiting.until(() -> assertThat(sink.failed()).isGreaterThan(2));
        database.jdbc.sql("delete from alerts where id in ('a', 'c', 'd')").update();
        restart();
        Waiting.until(() -> assertThat(sink.status().missed()).isEqualTo(3));
        assertThat(sink.deadLetters()).isZero();
        receiver.answering(request -> Reply.OK);
        receiver.takes("b");
    }

    /** A look at the sink, or a scrape of its figures, would else hang as long as the database is gone. */
    @Test
    void whatIsKnownIsShownWithoutTheDatabase() {
        receiver.answering(request -> Reply.of(429));
        database.raise("a", "b");
        Waiting.until(() -> assertThat(sink.status().pending()).isEqualTo(2));
        database.jdbc.sql("alter table dead_letters rename to gone").update();
        SinkStatus status = sink.status();
        assertThat(status.pending()).isEqualTo(2);
        assertThat(status.deadLetters()).isZero();
        assertThat(sink.pending()).isEqualTo(2);
        assertThat(sink.lag()).isPositive();
        database.jdbc.sql("alter table gone rename to dead_letters").update();
        receiver.answering(request -> Reply.OK);
        receiver.takes("a", "b");
        Waiting.until(() -> assertThat(sink.pending()).isZero());
        assertThat(sink.lag()).isZero();
    }

    @Test
    void nothingSecretIsShown() {
        receiver.answering(request -> Reply.of(500, "cannot POST /secret-path with Bearer topsecret"));
        database.raise("a");
        Waiting.until(() -> assertThat(sink.status().lastError()).isNotNull());
        assertThat(sink.status().toString())
                .doesNotContain("topsecret")
                .doesNotContain("secret-path")
                .contains("http://127.0.0.1:" + receiver.port() + "/…");
    }

    @Test
    void aDigestThatIsRefusedIsTakenApart() {
        sinks.stop();
        receiver.answering(request -> request.body().contains("\"id\":\"b\"") ? Reply.of(400) : Reply.OK);
        HttpEndpoint endpoint = new HttpEndpoint(receiver.uri(), Map.of(), TIMEOUT, true);
        database.raise("a", "b", "c");
        start(
                new SinkSettings("digest", true, AlertFormat.NATIVE, AlertSelection.FOR_PEOPLE, true, Backoff.DEFAULT),
                new WebhookSink(endpoint, AlertFormat.NATIVE, null, 100, InstantSource.system()));
        receiver.takes("a", "c");
        Waiting.until(() -> assertThat(sink.deadLetters()).isEqualTo(1));
        assertThat(receiver.all().getFirst().body()).startsWith("[{").endsWith("}]");
        database.raise("d", "e");
        Waiting.until(() -> assertThat(receiver.all()).hasSize(5));
        assertThat(receiver.all().getLast().key()).hasSize(32);
    }

    /** Failures and restarts come as they like; what each alert is first taken as must be in order, and nothing be lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensEveryAlertArrives(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        receiver.answering(request -> {
            int before = failures.merge(request.key(), 1, Integer::sum);
            return before > 3 ? Reply.OK : random(random);
        });
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 8; i++) {
                String id = "r" + round + "-" + i;
                expected.add(id);
                database.raise(id);
            }
            restart();
        }
        Waiting.until(() -> assertThat(new LinkedHashSet<>(receiver.taken())).containsExactlyElementsOf(expected));
        assertThat(sink.deadLetters()).isZero();
    }

    private static synchronized Reply random(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Reply.of(500);
            case 1 -> Reply.of(429);
            case 2 -> Reply.DROPPED;
            default -> Reply.OK;
        };
    }
}
