package io.eqlair.store;

import static java.util.Objects.requireNonNull;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFields;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.RaisedAlert.Group;
import io.eqlair.alert.Suppression;
import io.eqlair.rule.RuleFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps alerts in a database, each call in one transaction. Several services may share a database. */
public final class JdbcAlertStore implements AlertStore {

    /** More parameters in one query are too many for some database. */
    private static final int MOST_IDS = 500;

    private static final AlertFields HOSTS = new AlertFields(Set.of("host.name", "host.hostname"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final AlertedRules rules;
    private final AlertRows rows;
    private final StoreState state;

    public JdbcAlertStore(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.transactions = transactions;
        this.rules = new AlertedRules(this.jdbc, jdbc);
        this.rows = new AlertRows(rules);
        this.state = new StoreState(jdbc);
    }

    /** What makes alerts of its rows. */
    AlertRows rows() {
        return rows;
    }

    /** The rules that raised alerts. */
    AlertedRules rules() {
        return rules;
    }

    @Override
    public List<Outcome> add(List<RaisedAlert> raised) {
        Map<RuleFile.Loaded, Long> newRules = new HashMap<>();
        List<Outcome> outcomes = requireNonNull(transactions.execute(status -> add(raised, newRules)));
        newRules.forEach(rules::committed);
        return outcomes;
    }

    private List<Outcome> add(List<RaisedAlert> raised, Map<RuleFile.Loaded, Long> newRules) {
        long lastSeq = state.takeNumbers(raised.size());
        Ledger ledger = new Ledger();
        readKnown(ids(raised), ledger);
        readGroups(raised, ledger);
        List<Outcome> outcomes = raised.stream().map(ledger::add).toList();
        writeAlerts(ledger, lastSeq, newRules);
        writeCounted(ledger);
        return outcomes;
    }

    private static Set<String> ids(List<RaisedAlert> raised) {
        return raised.stream().map(one -> one.alert().id()).collect(Collectors.toSet());
    }

    private void readKnown(Set<String> ids, Ledger ledger) {
        for (List<String> some : parts(ids)) {
            jdbc.sql("select " + AlertRows.COLUMNS + " from alerts where id in (:ids)")
                    .param("ids", some)
                    .query(rows::alert)
                    .list()
                    .forEach(kept -> ledger.know(kept.alert()));
        }
    }

    /** Those that alerts may be counted on, and those that they were counted on before. */
    private void readGroups(List<RaisedAlert> raised, Ledger ledger) {
        Map<Group, List<Alert>> groups = new HashMap<>();
        for (RaisedAlert one : raised) {
            if (one.group() != null) {
                groups.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(one.alert());
            }
        }
        Map<String, Suppression> terms = new HashMap<>();
        groups.forEach((group, alerts) -> {
            Suppression suppression = requireNonNull(alerts.getFirst().suppression());
            readLeaders(group, alerts, suppression, ledger);
            alerts.forEach(alert -> terms.put(alert.id(), suppression));
        });
        readCounted(terms, ledger);
    }

    private void readLeaders(Group group, List<Alert> alerts, Suppression terms, Ledger ledger) {
        Duration window = Objects.requireNonNullElse(group.window(), AlertRows.EVER);
        long earliest = alerts.stream()
                .mapToLong(alert -> AlertRows.nanos(alert.eventTime()))
                .min()
                .orElseThrow();
        long latest = alerts.stream()
                .mapToLong(alert -> AlertRows.nanos(alert.eventTime()))
                .max()
                .orElseThrow();
        jdbc.sql("select id, event_time, suppressed, suppressed_first, suppressed_last from alerts"
                        + " where group_key = :key and event_time between :from and :to and status <> 'closed'")
                .param("key", group.key())
                .param("from", AlertRows.minus(earliest, window))
                .param("to", AlertRows.plus(latest, window))
                .query(row -> {
                    ledger.lead(
                            group.key(),
                            row.getString("id"),
                            AlertRows.instant(row.getLong("event_time")),
                            AlertRows.suppression(row, terms.terms()));
                });
    }

    private void readCounted(Map<String, Suppression> terms, Ledger ledger) {
        for (List<String> some : parts(terms.keySet())) {
            jdbc.sql("select d.id as detection_id, a.id, a.group_key, a.event_time, a.suppressed, a.suppressed_first,"
                            + " a.suppressed_last from suppressed_detections d join alerts a on a.id = d.alert_id"
                            + " where d.id in (:ids)")
                    .param("ids", some)
                    .query(row -> {
                        String detection = row.getString("detection_id");
                        ledger.count(detection, row.getString("id"));
                        ledger.lead(
                                row.getString("group_key") + " closed",
                                row.getString("id"),
                                AlertRows.instant(row.getLong("event_time")),
                                AlertRows.suppression(
                                        row,
                                        requireNonNull(terms.get(detection)).terms()));
                    });
        }
    }

    private static List<List<String>> parts(Collection<String> ids) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            parts.add(all.subList(from, Math.min(from + MOST_IDS, all.size())));
        }
        return parts;
    }

    private void writeAlerts(Ledger ledger, long lastSeq, Map<RuleFile.Loaded, Long> newRules) {
        List<@Nullable Object[]> alerts = new ArrayList<>();
        List<@Nullable Object[]> hosts = new ArrayList<>();
        long seq = lastSeq;
        for (RaisedAlert raised : ledger.newAlerts()) {
            seq++;
            Alert alert = raised.alert();
            Suppression suppression = ledger.suppression(alert.id());
            long rule = newRules.computeIfAbsent(alert.definition(), rules::key);
            String group = raised.group() == null ? null : raised.group().key();
            alerts.add(AlertRows.values(seq, rule, suppression == null ? alert : alert.with(suppression), group));
            for (Object host : HOSTS.values(alert)) {
                hosts.add(new Object[] {AlertCondition.folded(host.toString()), seq});
            }
        }
        batches.batchUpdate(AlertRows.INSERT, alerts);
        state.add(alerts.size(), alerts.stream().mapToLong(AlertRows::bytes).sum());
        batches.batchUpdate("insert into alert_hosts (host, seq) values (?, ?) on conflict do nothing", hosts);
    }

    private void writeCounted(Ledger ledger) {
        if (ledger.newlyCounted().isEmpty()) {
            return;
        }
        List<@Nullable Object[]> counted = new ArrayList<>();
        ledger.newlyCounted().forEach((detection, alert) -> counted.add(new Object[] {detection, alert}));
        batches.batchUpdate("insert into suppressed_detections (id, alert_id) values (?, ?)", counted);
        List<@Nullable Object[]> changed = new ArrayList<>();
        for (String id : new HashSet<>(ledger.newlyCounted().values())) {
            Suppression now = requireNonNull(ledger.suppression(id));
            changed.add(new Object[] {now.count(), AlertRows.nanos(now.first()), AlertRows.nanos(now.last()), id});
        }
        batches.batchUpdate(
                "update alerts set suppressed = ?, suppressed_first = ?, suppressed_last = ? where id = ?", changed);
    }
}
