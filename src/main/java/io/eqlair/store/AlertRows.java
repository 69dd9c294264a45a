package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.alert.Suppression;
import io.eqlair.alert.Suppression.Term;
import io.eqlair.alert.Triage;
import io.eqlair.eql.value.Timestamps;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Makes alerts of rows of the table of alerts. */
final class AlertRows {

    /** What it reads. */
    static final String COLUMNS =
            "seq, id, rule_key, severity, risk_score, detected_at, event_time, building_block, status,"
                    + " disposition, assignee, note, updated_at, group_key, suppressed, suppressed_first, suppressed_last, document";

    /** What it writes, in the order of {@link #values}. */
    static final String INSERT =
            "insert into alerts (seq, id, rule_key, rule_id, severity, risk_score, detected_at, event_time,"
                    + " building_block, status, group_key, suppressed, suppressed_first, suppressed_last, document)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Longer than the times of any two events are apart. */
    static final Duration EVER = Duration.ofNanos(Long.MAX_VALUE);

    private static final Logger LOG = LoggerFactory.getLogger(AlertRows.class);

    private final AlertedRules rules;
    private final AtomicLong unreadable;

    AlertRows(AlertedRules rules) {
        this(rules, new AtomicLong());
    }

    private AlertRows(AlertedRules rules, AtomicLong unreadable) {
        this.rules = rules;
        this.unreadable = unreadable;
    }

    /** The same rows, for those who ask over other connections. */
    AlertRows over(JdbcTemplate connections) {
        return new AlertRows(rules.over(connections), unreadable);
    }

    /** How often a row was left out as it could not be read. */
    long unreadable() {
        return unreadable.get();
    }

    /** How often a rule of alerts could not be read as it was kept. */
    long unreadableRules() {
        return rules.unreadable();
    }

    /**
     * The alerts that a query finds, which asks for {@link #COLUMNS}. All rows are read before any rule is asked for: a rule takes a
     * connection of its own, and whoever held another meanwhile could wait for ever for others who do the same.
     */
    List<KeptAlert> alerts(StatementSpec query) {
        return query.query((row, number) -> readable(row)).list().stream()
                .flatMap(Optional::stream)
                .map(found -> found.alert(rules))
                .toList();
    }

    /** A row that cannot be read is left out: a list, a stream and a sink would else never come past it. */
    private Optional<Found> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(found(row));
        } catch (RuntimeException fault) {
            unreadable.incrementAndGet();
            LOG.error("The alert with the number {} cannot be read, and is left out.", row.getLong("seq"), fault);
            return Optional.empty();
        }
    }

    /** The alert of a row, within a transaction: so its rule comes over the same connection. */
    KeptAlert alert(ResultSet row, int number) throws SQLException {
        return found(row).alert(rules);
    }

    /** What a row says, but for what stands at its rule. */
    private record Found(long ruleKey, Function<RuleFile.Loaded, KeptAlert> withRule) {

        KeptAlert alert(AlertedRules rules) {
            return withRule.apply(rules.rule(ruleKey));
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        String id = row.getString("id");
        Instant detectedAt = instant(row.getLong("detected_at"));
        Instant eventTime = instant(row.getLong("event_time"));
        AlertDocument document = AlertDocument.read(row.getBytes("document"));
        String severity = Severity.ofLevel(row.getInt("severity")).text();
        int riskScore = row.getInt("risk_score");
        boolean buildingBlock = row.getInt("building_block") != 0;
        Suppression suppression = row.getString("group_key") == null ? null : suppression(row, document.terms());
        Triage triage = triage(row);
        return new Found(
                row.getLong("rule_key"),
                definition -> new KeptAlert(
                        seq,
                        new Alert(
                                id,
                                detectedAt,
                                eventTime,
                                document.reason(),
                                rule(definition.rule(), document.name(), severity, riskScore),
                                definition.rule().threat(),
                                document.joinKeys(),
                                document.events(),
                                document.matched(),
                                document.depth(),
                                buildingBlock,
                                suppression,
                                triage,
                                definition)));
    }

    private static AlertRule rule(Rule rule, String name, String severity, int riskScore) {
        return new AlertRule(
                rule.id().value(),
                name,
                Rule.TYPE,
                severity,
                riskScore,
                rule.text().tags(),
                rule.text().references(),
                rule.contentHash());
    }

    /** What is counted on an alert that leads a group. */
    static Suppression suppression(ResultSet row, List<Term> terms) throws SQLException {
        return new Suppression(
                terms,
                row.getLong("suppressed"),
                instant(row.getLong("suppressed_first")),
                instant(row.getLong("suppressed_last")));
    }

    static Triage triage(ResultSet row) throws SQLException {
        String disposition = row.getString("disposition");
        long updatedAt = row.getLong("updated_at");
        return new Triage(
                Triage.Status.parse(row.getString("status")).orElseThrow(),
                disposition == null
                        ? null
                        : Triage.Disposition.parse(disposition).orElseThrow(),
                row.getString("assignee"),
                row.getString("note"),
                updatedAt == 0 ? null : instant(updatedAt));
    }

    static Instant instant(long nanos) {
        return Timestamps.toInstant(nanos);
    }

    /** What goes into a row, in the order of the columns and with the rule's id behind its key. */
    static @Nullable Object[] values(long seq, long ruleKey, Alert alert, @Nullable String groupKey) {
        Suppression suppression = groupKey == null ? null : alert.suppression();
        return new @Nullable Object[] {
            seq,
            alert.id(),
            ruleKey,
            alert.rule().id(),
            Severity.parse(alert.rule().severity()).orElseThrow().level(),
            alert.rule().riskScore(),
            nanos(alert.detectedAt()),
            nanos(alert.eventTime()),
            alert.buildingBlock() ? 1 : 0,
            alert.triage().status().text(),
            groupKey,
            suppression == null ? 0 : suppression.count(),
            suppression == null ? null : nanos(suppression.first()),
            suppression == null ? null : nanos(suppression.last()),
            AlertDocument.of(alert).bytes()
        };
    }

    /** How large the document is in a row that {@link #values} made. */
    static long bytes(@Nullable Object[] values) {
        return ((byte[]) Objects.requireNonNull(values[values.length - 1])).length;
    }

    /** A time and a span before it; as early as can be where there is none so early. */
    static long minus(long nanos, Duration span) {
        long earlier = nanos - nanos(span);
        return earlier > nanos ? Long.MIN_VALUE : earlier;
    }

    /** A time and a span after it; as late as can be where there is none so late. */
    static long plus(long nanos, Duration span) {
        long later = nanos + nanos(span);
        return later < nanos ? Long.MAX_VALUE : later;
    }

    private static long nanos(Duration span) {
        return span.compareTo(EVER) >= 0 ? Long.MAX_VALUE : span.toNanos();
    }

    static long nanos(Instant instant) {
        return Timestamps.of(instant);
    }
}
