package io.eqlair.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads alerts. Thread-safe. */
public final class AlertQueries {

    private final JdbcClient jdbc;
    private final AlertRows rows;
    private final StoreState state;
    private final QueryLimits limits;

    public AlertQueries(JdbcTemplate jdbc, JdbcAlertStore store, QueryLimits limits) {
        this.jdbc = JdbcClient.create(jdbc);
        this.rows = store.rows().over(jdbc);
        this.state = new StoreState(jdbc);
        this.limits = limits;
    }

    public QueryLimits limits() {
        return limits;
    }

    /** Up to which number alerts are to be seen: what is stored later has a higher one. */
    public long lastSeq() {
        return state.lastSeq();
    }

    /** How often a rule that has raised alerts could not be read any more, and was shown as far as it could. */
    public long unreadableRules() {
        return rows.unreadableRules();
    }

    /** How often an alert was left out, by whoever reads alerts, as it could not be read any more. */
    public long unreadableAlerts() {
        return rows.unreadable();
    }

    /**
     * A page of a list.
     *
     * @param after where it begins; null for the beginning of the list
     * @param most alerts, from 1 to {@link QueryLimits#page}
     */
    public AlertPage page(AlertFilter filter, AlertSort sort, @Nullable AlertPosition after, int most) {
        List<KeptAlert> found = new ArrayList<>();
        AlertScan scan = new AlertScan(this, filter, sort, limits, found::add);
        scan.run(after, most);
        return new AlertPage(found, scan.next(), scan.isPartial() && found.size() < most);
    }

    /** The alert with an id. */
    public Optional<KeptAlert> find(String id) {
        return rows
                .alerts(jdbc.sql("select " + AlertRows.COLUMNS + " from alerts where id = :id")
                        .param("id", ColumnText.of(id)))
                .stream()
                .findFirst();
    }

    /** What was changed of an alert, the first change first. */
    public List<TriageEntry> history(String id) {
        return jdbc.sql("select changed_at, changed_by, field, old_value, new_value from alert_changes"
                        + " where alert_id = :id order by change_key")
                .param("id", ColumnText.of(id))
                .query((row, number) -> new TriageEntry(
                        AlertRows.instant(row.getLong("changed_at")),
                        row.getString("changed_by"),
                        row.getString("field"),
                        row.getString("old_value"),
                        row.getString("new_value")))
                .list();
    }

    /** The rows that fit a condition, without their documents. */
    List<AlertRef> refs(AlertCondition condition, AlertSort sort, @Nullable AlertPosition after, int most) {
        String behind = after == null ? "" : " and " + sort.behind();
        return jdbc.sql("select seq, id, " + sort.key().column()
                        + " as value, length(document) as bytes from alerts where " + condition.sql() + behind
                        + " order by " + sort.sql() + " limit :most")
                .params(condition.parameters())
                .param("after_value", after == null ? 0 : after.value())
                .param("after_seq", after == null ? 0 : after.seq())
                .param("most", most)
                .query((row, number) -> new AlertRef(
                        row.getString("id"),
                        new AlertPosition(row.getLong("value"), row.getLong("seq")),
                        row.getLong("bytes")))
                .list();
    }

    /** The alerts of some rows by their numbers; those that were deleted meanwhile are not there. */
    Map<Long, KeptAlert> load(List<AlertRef> refs) {
        return rows
                .alerts(jdbc.sql("select " + AlertRows.COLUMNS + " from alerts where seq in (:seqs)")
                        .param(
                                "seqs",
                                refs.stream().map(ref -> ref.position().seq()).toList()))
                .stream()
                .collect(Collectors.toMap(KeptAlert::seq, Function.identity()));
    }

    /**
     * A row without its document.
     *
     * @param position just behind it
     * @param bytes of its document
     */
    record AlertRef(String id, AlertPosition position, long bytes) {}
}
