package io.eqlair.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.eqlair.alert.Alert;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.rule.Threat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a database answers about alerts that it keeps, and how they are judged and deleted. Memory is the oracle. */
abstract class AlertQueriesContract {

    private static final Instant NOW = Instant.parse("1970-01-01T12:00:00Z");
    private static final Duration EVER = Duration.ofDays(100_000);
    private static final Retention.Pause GO_ON = length -> false;

    @TempDir
    private Path directory;

    private TestDatabase database;
    private AlertTriage triage;
    private MemoryAlerts memory;

    abstract TestDatabase database(Path place);

    @BeforeEach
    void begin() {
        database = database(directory);
        triage = new AlertTriage(database.jdbc(), database.transactions(), InstantSource.fixed(NOW));
        memory = new MemoryAlerts();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyFilterInAnyOrderFindsWhatMemoryFinds(long seed) {
        RandomAlerts some = new RandomAlerts(seed);
        fill(some, 120);
        int found = 0;
        for (int i = 0; i < 150; i++) {
            AlertFilter filter = some.filter();
            AlertSort sort = some.sort();
            List<String> expected = memory.ids(filter, sort);
            assertThat(walk(database.queries(), filter, sort, 1 + some.number(50)))
                    .as("%s by %s", filter, sort)
                    .isEqualTo(expected);
            found += expected.isEmpty() ? 0 : 1;
        }
        assertThat(found).as("filters that find something").isGreaterThan(50);
    }

    /** However little a call may read, the next goes on where it ended. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void limitsLeaveNothingOut(long seed) {
        RandomAlerts some = new RandomAlerts(seed);
        fill(some, 60);
        AlertQueries scarce = new AlertQueries(database.jdbc(), database.store(), new QueryLimits(50, 7, 600));
        for (int i = 0; i < 50; i++) {
            AlertFilter filter = some.filter();
            AlertSort sort = some.sort();
            assertThat(walk(scarce, filter, sort, 1 + some.number(10)))
                    .as("%s by %s", filter, sort)
                    .isEqualTo(memory.ids(filter, sort));
        }
    }

    @Test
    void aSearchThatEndsAtTheLimitSaysSo() {
        fill(new RandomAlerts(6), 20);
        AlertFilter nothing = new AlertFilter(
                Map.of(),
                AlertFilter.TimeRange.ALWAYS,
                AlertFilter.TimeRange.ALWAYS,
                AlertFilter.BuildingBlocks.INCLUDE,
                "no such text",
                Map.of());
        AlertQueries scarce = new AlertQueries(database.jdbc(), database.store(), new QueryLimits(50, 7, 600));
        AlertPage page = scarce.page(nothing, AlertSort.LATEST, null, 10);
        assertThat(page.partial()).isTrue();
        assertThat(page.alerts()).isEmpty();
        assertThat(page.next()).isNotNull();
        assertThat(new AlertSummaries(database.jdbc(), database.store(), scarce)
                        .of(nothing)
                        .partial())
                .isTrue();
        assertThat(database.queries().page(nothing, AlertSort.LATEST, null, 10).partial())
                .isFalse();
    }

    /** Who takes a second one while it has the first may wait for others who do the same. */
    @Test
    void aReaderTakesOneConnectionAtATime() {
        fill(new RandomAlerts(13), 20);
        try (HikariDataSource one = new HikariDataSource()) {
            one.setJdbcUrl(database.url());
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(1_000);
            JdbcTemplate jdbc = new JdbcTemplate(one);
            AlertQueries queries = new AlertQueries(jdbc, database.store(), QueryLimits.DEFAULT);
            assertThat(walk(queries, AlertFilter.ALL, AlertSort.LATEST, 7))
                    .isEqualTo(memory.ids(AlertFilter.ALL, AlertSort.LATEST));
            assertThat(new AlertSummaries(jdbc, database.store(), queries)
                            .of(AlertFilter.ALL)
                            .alerts())
                    .isEqualTo(20);
            assertThat(new Outbox(jdbc, database.store()).after(0, 100, Long.MAX_VALUE))
                    .hasSize(20);
        }
    }

    @Test
    void anAlertThatCannotBeReadKeepsNobodyFromTheNext() {
        List.of("a", "b", "c", "d").forEach(this::store);
        byte[] broken = "{\"reason\":".getBytes(UTF_8);
        assertThat(database.jdbc()
                        .update("update alerts set document = ? where id in ('a', 'b', 'd')", (Object) broken))
                .isEqualTo(3);
        JdbcAlertStore store = database.store();
        AlertQueries queries = new AlertQueries(database.jdbc(), store, QueryLimits.DEFAULT);
        Outbox outbox = new Outbox(database.jdbc(), store);
        assertThat(walk(queries, AlertFilter.ALL, AlertSort.STORED, 2)).containsExactly("c");
        assertThat(queries.find("a")).isEmpty();
        assertThat(outbox.after(0, 1, 1)).extracting(KeptAlert::seq).containsExactly(3L);
        assertThat(outbox.after(3, 1, 1)).isEmpty();
        assertThat(queries.unreadableAlerts()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"rule\":{\"rule_id\":\"11111111-0000-4000-8000-000000000001\",\"name\":\"Nc\",\"tags\":[1],\"severity\":\"x\",\"risk_score\":9}} | Nc",
                "{\"rule\":{\"rule_id\":\"11111111-0000-4000-8000-000000000001\",\"type\":\"esql\",\"name\":\"Nc\"}} | Nc",
                "{\"rule\":7} | A rule that cannot be read any more",
                "{ | A rule that cannot be read any more",
            })
    void theAlertsOfARuleThatCannotBeReadAnyMoreAreShown(String content, String name) {
        store("a");
        assertThat(database.jdbc().update("update alerted_rules set content = ?", (Object) content.getBytes(UTF_8)))
                .isEqualTo(1);
        AlertQueries queries = database.queries();
        Alert shown = queries.find("a").orElseThrow().alert();
        assertThat(shown.definition().rule().name()).isEqualTo(name);
        assertThat(shown.rule().contentHash())
                .isEqualTo(SomeAlerts.alone("a").alert().rule().contentHash());
        assertThat(shown.rule().severity()).isEqualTo("critical");
        assertThat(queries.find("a")).isPresent();
        assertThat(queries.unreadableRules()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void countsAreThoseOfMemory(long seed) {
        RandomAlerts some = new RandomAlerts(seed);
        fill(some, 100);
        AlertSummaries summaries = new AlertSummaries(database.jdbc(), database.store(), database.queries());
        for (int i = 0; i < 60; i++) {
            AlertFilter filter = some.filter();
            List<Alert> expected = memory.accepted(filter);
            AlertSummary summary = summaries.of(filter);
            assertThat(summary.alerts()).as("%s", filter).isEqualTo(expected.size());
            assertThat(named(summary.rules()))
                    .isEqualTo(counts(expected, alert -> Stream.of(alert.rule().id())));
            assertThat(named(summary.tactics()))
                    .isEqualTo(counts(
                            expected,
                            alert -> alert.threat().stream()
                                    .map(Threat::tactic)
                                    .flatMap(Stream::ofNullable)
                                    .map(Threat.Tactic::id)));
            assertThat(positive(summary.severities()))
                    .isEqualTo(counts(expected, alert -> Stream.of(alert.rule().severity())));
            assertThat(positive(summary.statuses()))
                    .isEqualTo(counts(
                            expected, alert -> Stream.of(alert.triage().status().text())));
            assertThat(hours(summary))
                    .isEqualTo(counts(expected, alert -> Stream.of(hour(alert).toString())));
            assertThat(summary.hours())
                    .extracting(AlertSummary.Hour::hour)
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @Test
    void whatIsStoredMeanwhileMakesNoAlertComeTwice() {
        RandomAlerts some = new RandomAlerts(9);
        fill(some, 50);
        List<String> before = memory.ids(AlertFilter.ALL, AlertSort.LATEST);
        List<String> seen = new ArrayList<>();
        @Nullable AlertPosition at = null;
        do {
            AlertPage page = database.queries().page(AlertFilter.ALL, AlertSort.LATEST, at, 7);
            page.alerts().forEach(kept -> seen.add(kept.alert().id()));
            at = page.next();
            fill(some, 5);
        } while (at != null);
        assertThat(seen).isEqualTo(before);
    }

    @Test
    void aReaderInTheOrderOfStoringMissesNothingOfSeveralWriters() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> writing = new ArrayList<>();
            Set<String> written = new HashSet<>();
            for (int writer = 0; writer < 3; writer++) {
                List<RaisedAlert> raised = alerts("w" + writer, 40);
                raised.forEach(one -> written.add(one.alert().id()));
                writing.add(writers.submit(
                        () -> raised.forEach(one -> database.store().add(List.of(one)))));
            }
            List<String> seen = new ArrayList<>();
            boolean done = false;
            long position = 0;
            while (!done) {
                done = writing.stream().allMatch(Future::isDone);
                long last = database.queries().lastSeq();
                for (KeptAlert kept : database.queries()
                        .page(AlertFilter.ALL, AlertSort.STORED, AlertPosition.behind(position), 1_000)
                        .alerts()) {
                    seen.add(kept.alert().id());
                    position = kept.seq();
                }
                position = Math.max(position, last);
            }
            for (Future<?> one : writing) {
                one.get();
            }
            assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void whatWasSaidBeforeIsKept() {
        store("a");
        assertThat(triage.change("a", change("acknowledged", "ann"), version -> version == 0))
                .isEqualTo(new TriageOutcome.Done());
        assertThat(triage.change(List.of("a", "x", "a"), change("closed", null)))
                .isEqualTo(new TriageResult(1, 0, List.of("x")));
        assertThat(triage.change(List.of("a"), change("closed", null))).isEqualTo(new TriageResult(0, 1, List.of()));
        assertThat(database.queries().history("a"))
                .extracting(entry -> entry.field() + ": " + entry.oldValue() + " to " + entry.newValue() + " by "
                        + entry.changedBy())
                .containsExactly(
                        "status: open to acknowledged by tester",
                        "assignee: null to ann by tester",
                        "status: acknowledged to closed by tester",
                        "assignee: ann to null by tester");
    }

    @Test
    void versionsNeverComeTwiceThoughTheClockStands() {
        store("a");
        long first = version(triage.change("a", change("closed", null), version -> true));
        long second = version(triage.change("a", change("open", null), version -> version == first));
        assertThat(second).isGreaterThan(first);
        assertThat(triage.change("a", change("closed", null), version -> version == first))
                .isEqualTo(new TriageOutcome.Outdated(second));
        assertThat(database.queries().history("a")).hasSize(2);
        assertThat(triage.change("x", change("closed", null), version -> true)).isEqualTo(new TriageOutcome.Missing());
    }

    /** Each of them begins with the same lock, so that none is refused and none waits in a circle. */
    @Test
    void storingJudgingAndDeletingGoOnAtTheSameTime() throws Exception {
        List<RaisedAlert> raised = alerts("a", 60);
        List<String> ids = raised.stream().map(one -> one.alert().id()).toList();
        Retention retention = retention(EVER, 5_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Object>> calls = List.of(
                    Executors.callable(
                            () -> raised.forEach(one -> database.store().add(List.of(one)))),
                    Executors.callable(() -> {
                        for (int i = 0; i < 40; i++) {
                            triage.change(ids, change(i % 2 == 0 ? "closed" : "open", null));
                        }
                    }),
                    () -> {
                        for (int i = 0; i < 40; i++) {
                            retention.run(GO_ON);
                        }
                        return ids;
                    });
            for (Future<Object> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        retention.run(GO_ON);
        assertThat(retention.bytes()).isLessThanOrEqualTo(5_000).isEqualTo(bytes());
        assertThat(retention.alerts()).isEqualTo(count("alerts"));
    }

    @Test
    void whatIsTooOldIsDeletedWithAllThatHangsOnIt() throws InterruptedException {
        database.store().add(List.of(SomeAlerts.grouped("a", "h1", 0), SomeAlerts.grouped("b", "h1", 1)));
        database.store().add(List.of(SomeAlerts.grouped("c", "h2", 60)));
        triage.change(List.of("a", "c"), change("closed", null));
        assertThat(count("suppressed_detections")).isEqualTo(1);
        Retention retention = new Retention(
                database.jdbc(),
                database.transactions(),
                new Retention.Settings(Duration.ofMinutes(30), Long.MAX_VALUE),
                InstantSource.fixed(SomeAlerts.START.plus(Duration.ofMinutes(61))));
        retention.run(GO_ON);
        assertThat(left()).containsExactly("c");
        assertThat(retention.tooOld()).isEqualTo(1);
        assertThat(retention.tooMany()).isZero();
        assertThat(count("suppressed_detections")).isZero();
        assertThat(count("alert_hosts")).isEqualTo(2);
        assertThat(database.queries().history("a")).isEmpty();
        assertThat(database.queries().history("c")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void asMuchAsMayBeIsLeftOfTheLatest(long seed) throws InterruptedException {
        RandomAlerts some = new RandomAlerts(seed);
        fill(some, 450);
        List<String> newestFirst = memory.all().stream()
                .sorted((a, b) -> b.detectedAt().compareTo(a.detectedAt()))
                .map(Alert::id)
                .toList();
        long limit = bytes() / 10;
        Retention retention = retention(EVER, limit);
        retention.run(GO_ON);
        assertThat(bytes()).isLessThanOrEqualTo(limit).isGreaterThan(limit - 2_000);
        assertThat(retention.bytes()).isEqualTo(bytes());
        assertThat(retention.tooMany()).isEqualTo(450 - count("alerts"));
        Instant oldest = database.queries().page(AlertFilter.ALL, AlertSort.LATEST, null, 450).alerts().stream()
                .map(kept -> kept.alert().detectedAt())
                .min(Instant::compareTo)
                .orElseThrow();
        List<String> younger = memory.all().stream()
                .filter(alert -> alert.detectedAt().isAfter(oldest))
                .map(Alert::id)
                .toList();
        assertThat(left()).containsAll(younger);
        assertThat(newestFirst).containsAll(left());
    }

    @Test
    void nothingIsDeletedThatMayStay() throws InterruptedException {
        fill(new RandomAlerts(12), 30);
        Retention retention = retention(EVER, bytes());
        retention.run(GO_ON);
        assertThat(count("alerts")).isEqualTo(30);
        assertThat(retention.alerts()).isEqualTo(30);
    }

    @Test
    void whatHangsOnAnAlertIsDeletedInPortionsBeforeIt() throws InterruptedException {
        database.store().add(List.of(SomeAlerts.grouped("a", "h1", 0), SomeAlerts.alone("b")));
        count("a", 2 * AlertDeletion.MOST_DETAILS + 7);
        triage.change("a", change("closed", null), version -> true);
        List<Duration> pauses = new ArrayList<>();
        Retention retention = retention(Duration.ofMinutes(1), Long.MAX_VALUE, SomeAlerts.START.plusSeconds(3_600));
        retention.run(length -> {
            pauses.add(length);
            assertThat(count("alerts")).isEqualTo(pauses.size() < 4 ? 2 : 0);
            return false;
        });
        assertThat(pauses).hasSizeGreaterThanOrEqualTo(4).allMatch(length -> length.toMillis() >= 10);
        assertThat(count("suppressed_detections")).isZero();
        assertThat(count("alert_changes")).isZero();
        assertThat(retention.tooOld()).isEqualTo(2);
        assertThat(retention.bytes()).isZero();
        assertThat(retention.alerts()).isZero();
    }

    @Test
    void deletingEndsBetweenTwoPortions() throws InterruptedException {
        database.store().add(List.of(SomeAlerts.grouped("a", "h1", 0)));
        count("a", 2 * AlertDeletion.MOST_DETAILS + 7);
        List<Duration> pauses = new ArrayList<>();
        Retention retention = retention(Duration.ofMinutes(1), Long.MAX_VALUE, SomeAlerts.START.plusSeconds(3_600));
        retention.run(length -> {
            pauses.add(length);
            return pauses.size() == 2;
        });
        assertThat(count("suppressed_detections")).isEqualTo(AlertDeletion.MOST_DETAILS + 7);
        assertThat(left()).containsExactly("a");
        assertThat(retention.bytes()).isEqualTo(bytes() + (AlertDeletion.MOST_DETAILS + 7) * CountedDetections.BYTES);
    }

    @Test
    void whatIsCountedTakesPlaceToo() throws InterruptedException {
        database.store().add(List.of(SomeAlerts.grouped("a", "h1", 0), SomeAlerts.grouped("b", "h2", 1)));
        count("a", 50);
        long limit = bytes() + 49 * CountedDetections.BYTES;
        Retention retention = retention(EVER, limit);
        retention.run(GO_ON);
        assertThat(left()).containsExactly("b");
        assertThat(retention.bytes()).isEqualTo(bytes());
    }

    /** Counts so many detections on an alert, as the store would. */
    private void count(String id, int detections) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < detections; i++) {
            rows.add(new Object[] {"d" + i, id});
        }
        database.jdbc().batchUpdate("insert into suppressed_detections (id, alert_id) values (?, ?)", rows);
        assertThat(database.jdbc().update("update alerts set suppressed = ? where id = ?", detections, id))
                .isEqualTo(1);
        new StoreState(database.jdbc()).add(0, detections * CountedDetections.BYTES);
    }

    private Retention retention(Duration age, long bytes) {
        return retention(age, bytes, NOW);
    }

    private Retention retention(Duration age, long bytes, Instant now) {
        return new Retention(
                database.jdbc(), database.transactions(), new Retention.Settings(age, bytes), InstantSource.fixed(now));
    }

    private void fill(RandomAlerts some, int count) {
        List<RaisedAlert> raised = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RaisedAlert one = some.raised();
            raised.add(one);
            memory.add(one.alert());
        }
        database.store().add(raised);
        for (int i = 0; i < count / 10; i++) {
            Set<String> ids = some.some(memory.ids());
            TriageChange change = some.change();
            assertThat(triage.change(ids, change).updated()).isEqualTo(memory.change(ids, change));
        }
    }

    private void store(String id) {
        database.store().add(List.of(SomeAlerts.alone(id)));
    }

    private static List<RaisedAlert> alerts(String prefix, int count) {
        List<RaisedAlert> raised = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            raised.add(SomeAlerts.alone(prefix + "-" + i));
        }
        return raised;
    }

    private static TriageChange change(String status, @Nullable String assignee) {
        return new TriageChange(
                Map.of(
                        TriageChange.Field.STATUS, Optional.of(status),
                        TriageChange.Field.ASSIGNEE, Optional.ofNullable(assignee)),
                "tester");
    }

    private long version(TriageOutcome outcome) {
        assertThat(outcome).isEqualTo(new TriageOutcome.Done());
        Alert alert = database.queries().find("a").orElseThrow().alert();
        return AlertRows.nanos(Objects.requireNonNull(alert.triage().updatedAt()));
    }

    /** All ids, page by page. */
    private static List<String> walk(AlertQueries queries, AlertFilter filter, AlertSort sort, int most) {
        List<String> ids = new ArrayList<>();
        @Nullable AlertPosition at = null;
        do {
            AlertPage page = queries.page(filter, sort, at, most);
            assertThat(page.alerts()).hasSizeLessThanOrEqualTo(most);
            page.alerts().forEach(kept -> ids.add(kept.alert().id()));
            at = page.next();
        } while (at != null);
        return ids;
    }

    private List<String> left() {
        return database.queries().page(AlertFilter.ALL, AlertSort.STORED, null, 1_000).alerts().stream()
                .map(kept -> kept.alert().id())
                .toList();
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long bytes() {
        return number("select coalesce(sum(length(document)), 0) from alerts");
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.jdbc().queryForObject(sql, Long.class));
    }

    private static Instant hour(Alert alert) {
        return alert.eventTime().truncatedTo(ChronoUnit.HOURS);
    }

    private static Map<String, Long> counts(List<Alert> alerts, Function<Alert, Stream<String>> keys) {
        return alerts.stream().flatMap(keys).collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private static Map<String, Long> named(List<AlertSummary.Named> all) {
        return all.stream().collect(Collectors.toMap(AlertSummary.Named::id, AlertSummary.Named::alerts));
    }

    private static Map<String, Long> hours(AlertSummary summary) {
        return summary.hours().stream()
                .collect(Collectors.toMap(hour -> hour.hour().toString(), AlertSummary.Hour::alerts));
    }

    private static Map<String, Long> positive(Map<? extends Enum<?>, Long> all) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(
                        Collectors.toMap(entry -> entry.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
