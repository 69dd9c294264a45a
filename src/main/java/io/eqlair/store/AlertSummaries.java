package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.Triage;
import io.eqlair.rule.Severity;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts alerts: in the database, unless their documents are asked, which are read within a limit. Thread-safe. */
public final class AlertSummaries {

    private static final String NANOS_PER_HOUR = "3600000000000";

    private final JdbcClient jdbc;
    private final AlertQueries queries;
    private final AlertedRules rules;

    public AlertSummaries(JdbcTemplate jdbc, JdbcAlertStore store, AlertQueries queries) {
        this.jdbc = JdbcClient.create(jdbc);
        this.queries = queries;
        this.rules = store.rules().over(jdbc);
    }

    /** How many alerts of a rule are alike. */
    private record Counted(long ruleKey, Severity severity, Triage.Status status, long alerts) {}

    /** Counts the alerts that a filter accepts. */
    public AlertSummary of(AlertFilter filter) {
        return new AlertContent(filter).acceptsAll() ? inDatabase(new AlertCondition(filter)) : oneByOne(filter);
    }

    private AlertSummary inDatabase(AlertCondition condition) {
        AlertTally tally = new AlertTally();
        List<Counted> all = jdbc.sql("select rule_key, severity, status, count(*) as alerts from alerts where "
                        + condition.sql() + " group by rule_key, severity, status order by max(seq) desc")
                .params(condition.parameters())
                .query((row, number) -> new Counted(
                        row.getLong("rule_key"),
                        Severity.ofLevel(row.getInt("severity")),
                        Triage.Status.parse(row.getString("status")).orElseThrow(),
                        row.getLong("alerts")))
                .list();
        all.forEach(
                some -> tally.add(rules.rule(some.ruleKey()).rule(), some.severity(), some.status(), some.alerts()));
        jdbc.sql("select hour, count(*) as alerts from (select " + hour() + " as hour from alerts where "
                        + condition.sql() + ") as hours group by hour order by hour desc limit :most")
                .params(condition.parameters())
                .param("most", AlertTally.MOST_HOURS + 1)
                .query(row -> {
                    tally.addHour(row.getLong("hour"), row.getLong("alerts"));
                });
        return tally.summary(false);
    }

    /** Rounded down also before 1970, where databases round up. */
    private static String hour() {
        return "event_time / " + NANOS_PER_HOUR + " - case when event_time % " + NANOS_PER_HOUR
                + " < 0 then 1 else 0 end";
    }

    /** From the latest back, each forgotten once it is counted. */
    private AlertSummary oneByOne(AlertFilter filter) {
        AlertTally tally = new AlertTally();
        QueryLimits limits = new QueryLimits(Integer.MAX_VALUE, queries.limits().scanned(), Long.MAX_VALUE);
        AlertScan scan = new AlertScan(queries, filter, AlertSort.LATEST, limits, kept -> add(kept.alert(), tally));
        scan.run(null, Integer.MAX_VALUE);
        return tally.summary(scan.isPartial());
    }

    private static void add(Alert alert, AlertTally tally) {
        Severity severity = Severity.parse(alert.rule().severity()).orElseThrow();
        tally.add(alert.definition().rule(), severity, alert.triage().status(), 1);
        tally.addHour(AlertTally.hour(alert.eventTime()), 1);
    }
}
