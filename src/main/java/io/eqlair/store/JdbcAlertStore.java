package io.eqlair.store;

import static java.util.Objects.requireNonNull;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFields;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.Suppression;
import io.eqlair.rule.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps alerts in a database, each call in one transaction. Several services may share a database. */
public final class JdbcAlertStore implements AlertStore {

    /** An event can name as many hosts as it likes; so many can be asked for. */
    private static final int MOST_HOSTS = 100;

    private static final AlertFields HOSTS = new AlertFields(Set.of("host.name", "host.hostname"));

    /** The key that a rule got in a transaction. */
    private record RuleKey(RuleFile.Loaded rule, long key) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final AlertedRules rules;
    private final AlertRows rows;
    private final LedgerReader reader;
    private final StoreState state;

    public JdbcAlertStore(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.transactions = transactions;
        this.rules = new AlertedRules(this.jdbc, jdbc);
        this.rows = new AlertRows(rules);
        this.reader = new LedgerReader(this.jdbc, rows);
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
        Map<String, RuleKey> keys = new HashMap<>();
        try {
            List<Outcome> outcomes = requireNonNull(transactions.execute(status -> add(raised, keys)));
            keys.values().forEach(key -> rules.committed(key.rule(), key.key()));
            return outcomes;
        } catch (RuntimeException failed) {
            rules.forget(); // the database may be another one when it is back
            throw failed;
        }
    }

    private List<Outcome> add(List<RaisedAlert> raised, Map<String, RuleKey> keys) {
        long lastSeq = state.takeNumbers(raised.size());
        Ledger ledger = reader.read(raised);
        List<Outcome> outcomes = raised.stream().map(ledger::add).toList();
        writeAlerts(ledger, lastSeq, keys);
        writeCounted(ledger);
        return outcomes;
    }

    private void writeAlerts(Ledger ledger, long lastSeq, Map<String, RuleKey> keys) {
        List<@Nullable Object[]> alerts = new ArrayList<>();
        List<@Nullable Object[]> hosts = new ArrayList<>();
        long seq = lastSeq;
        for (RaisedAlert raised : ledger.newAlerts()) {
            seq++;
            Alert alert = raised.alert();
            Suppression suppression = ledger.suppression(alert.id());
            long rule = key(alert.definition(), keys);
            String group = raised.group() == null ? null : raised.group().key();
            alerts.add(AlertRows.values(seq, rule, suppression == null ? alert : alert.with(suppression), group));
            for (String host : hosts(alert)) {
                hosts.add(new Object[] {host, seq});
            }
        }
        batches.batchUpdate(AlertRows.INSERT, alerts);
        state.add(alerts.size(), alerts.stream().mapToLong(AlertRows::bytes).sum());
        batches.batchUpdate("insert into alert_hosts (host, seq) values (?, ?) on conflict do nothing", hosts);
    }

    private long key(RuleFile.Loaded rule, Map<String, RuleKey> keys) {
        return keys.computeIfAbsent(rule.rule().contentHash(), hash -> new RuleKey(rule, rules.key(rule)))
                .key();
    }

    private static Set<String> hosts(Alert alert) {
        return HOSTS.values(alert).stream()
                .map(host -> AlertCondition.folded(host.toString()))
                .limit(MOST_HOSTS)
                .collect(Collectors.toSet());
    }

    private void writeCounted(Ledger ledger) {
        if (ledger.newlyCounted().isEmpty()) {
            return;
        }
        List<@Nullable Object[]> counted = new ArrayList<>();
        ledger.newlyCounted().forEach((detection, alert) -> counted.add(new Object[] {detection, alert}));
        batches.batchUpdate("insert into suppressed_detections (id, alert_id) values (?, ?)", counted);
        state.add(0, counted.size() * CountedDetections.BYTES);
        List<@Nullable Object[]> changed = new ArrayList<>();
        for (String id : new HashSet<>(ledger.newlyCounted().values())) {
            Suppression now = requireNonNull(ledger.suppression(id));
            changed.add(new Object[] {now.count(), AlertRows.nanos(now.first()), AlertRows.nanos(now.last()), id});
        }
        batches.batchUpdate(
                "update alerts set suppressed = ?, suppressed_first = ?, suppressed_last = ? where id = ?", changed);
    }
}
