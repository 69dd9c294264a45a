package io.eqlair.store;

import static java.util.Objects.requireNonNull;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.RaisedAlert.Group;
import io.eqlair.alert.Suppression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a ledger of all that the database knows about some alerts; within a transaction. */
final class LedgerReader {

    /** More parameters in one query are too many for some database. */
    private static final int MOST_IDS = 500;

    private static final String SUPPRESSED =
            "a.id, a.group_key, a.event_time, a.suppressed, a.suppressed_first, a.suppressed_last";

    private final JdbcClient jdbc;
    private final AlertRows rows;

    LedgerReader(JdbcClient jdbc, AlertRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Ledger read(List<RaisedAlert> raised) {
        Ledger ledger = new Ledger();
        readKnown(raised, ledger);
        List<RaisedAlert> grouped =
                raised.stream().filter(one -> one.group() != null).toList();
        if (!grouped.isEmpty()) {
            readLeaders(grouped, ledger);
            readCounted(grouped, ledger);
        }
        return ledger;
    }

    private void readKnown(List<RaisedAlert> raised, Ledger ledger) {
        for (List<String> some : parts(ids(raised))) {
            jdbc.sql("select " + AlertRows.COLUMNS + " from alerts where id in (:ids)")
                    .param("ids", some)
                    .query(rows::alert)
                    .list()
                    .forEach(kept -> ledger.know(kept.alert()));
        }
    }

    private static List<String> ids(List<RaisedAlert> raised) {
        return raised.stream().map(one -> one.alert().id()).distinct().toList();
    }

    /** Those that alerts may be counted on, by windows: rules have few different ones. */
    private void readLeaders(List<RaisedAlert> grouped, Ledger ledger) {
        Map<Duration, List<RaisedAlert>> byWindow =
                grouped.stream().collect(Collectors.groupingBy(LedgerReader::window));
        byWindow.forEach((window, some) -> readLeaders(window, some, ledger));
    }

    private void readLeaders(Duration window, List<RaisedAlert> grouped, Ledger ledger) {
        Map<String, Suppression> terms = new HashMap<>();
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (RaisedAlert one : grouped) {
            terms.put(group(one).key(), suppression(one.alert()));
            earliest = Math.min(earliest, AlertRows.nanos(one.alert().eventTime()));
            latest = Math.max(latest, AlertRows.nanos(one.alert().eventTime()));
        }
        for (List<String> some : parts(terms.keySet())) {
            jdbc.sql("select " + SUPPRESSED + " from alerts a where a.group_key in (:keys)"
                            + " and a.event_time between :from and :to and a.status <> 'closed'")
                    .param("keys", some)
                    .param("from", AlertRows.minus(earliest, window))
                    .param("to", AlertRows.plus(latest, window))
                    .query(row -> {
                        String key = row.getString("group_key");
                        lead(key, row, requireNonNull(terms.get(key)), ledger);
                    });
        }
    }

    /** Those that they were counted on before. */
    private void readCounted(List<RaisedAlert> grouped, Ledger ledger) {
        Map<String, Suppression> terms = new HashMap<>();
        grouped.forEach(one -> terms.put(one.alert().id(), suppression(one.alert())));
        for (List<String> some : parts(terms.keySet())) {
            jdbc.sql("select d.id as detection_id, a.status, " + SUPPRESSED
                            + " from suppressed_detections d join alerts a on a.id = d.alert_id where d.id in (:ids)")
                    .param("ids", some)
                    .query(row -> {
                        String detection = row.getString("detection_id");
                        boolean open = !row.getString("status").equals("closed");
                        lead(
                                open ? row.getString("group_key") : null,
                                row,
                                requireNonNull(terms.get(detection)),
                                ledger);
                        ledger.count(detection, row.getString("id"));
                    });
        }
    }

    private static void lead(@Nullable String group, ResultSet row, Suppression terms, Ledger ledger)
            throws SQLException {
        Instant eventTime = AlertRows.instant(row.getLong("event_time"));
        ledger.lead(group, row.getString("id"), eventTime, AlertRows.suppression(row, terms.terms()));
    }

    private static Duration window(RaisedAlert raised) {
        return Objects.requireNonNullElse(group(raised).window(), AlertRows.EVER);
    }

    private static Group group(RaisedAlert raised) {
        return requireNonNull(raised.group());
    }

    private static Suppression suppression(Alert alert) {
        return requireNonNull(alert.suppression());
    }

    private static List<List<String>> parts(Collection<String> ids) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            parts.add(all.subList(from, Math.min(from + MOST_IDS, all.size())));
        }
        return parts;
    }
}
