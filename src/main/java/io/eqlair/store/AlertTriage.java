package io.eqlair.store;

import static java.util.Objects.requireNonNull;

import io.eqlair.store.TriageChange.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes what people say of alerts, and keeps what they said before. Thread-safe. */
public final class AlertTriage {

    /** Alerts that one call may name, each of which is a parameter of one query. */
    public static final int MOST_IDS = 1_000;

    private static final String UPDATE =
            "update alerts set status = ?, disposition = ?, assignee = ?, note = ?, updated_at = ? where id = ?";
    private static final String NOTE_DOWN =
            "insert into alert_changes (alert_id, changed_at, changed_by, field, old_value, new_value)"
                    + " values (?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final StoreState state;
    private final InstantSource clock;

    /** The clock says when something was changed. */
    public AlertTriage(JdbcTemplate jdbc, TransactionTemplate transactions, InstantSource clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.transactions = transactions;
        this.state = new StoreState(jdbc);
        this.clock = clock;
    }

    /** An alert as it is before a change. */
    private record Before(String id, Map<Field, Optional<String>> values, long version) {

        static Before of(ResultSet row) throws SQLException {
            Map<Field, Optional<String>> values = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                values.put(field, Optional.ofNullable(row.getString(field.text())));
            }
            return new Before(row.getString("id"), values, row.getLong("updated_at"));
        }

        /** What a change would change. */
        List<Field> differing(TriageChange change) {
            return change.values().keySet().stream()
                    .filter(field ->
                            !Objects.equals(values.get(field), change.values().get(field)))
                    .toList();
        }
    }

    /** Changes alerts in one transaction; an id that is there more than once counts once. */
    public TriageResult change(Collection<String> ids, TriageChange change) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        List<Before> found = new ArrayList<>();
        int updated = requireNonNull(transactions.execute(status -> {
            found.addAll(lockAndRead(wanted));
            return write(found, change);
        }));
        Set<String> known = found.stream().map(Before::id).collect(Collectors.toSet());
        List<String> missing = wanted.stream().filter(id -> !known.contains(id)).toList();
        return new TriageResult(updated, found.size() - updated, missing);
    }

    /**
     * Changes an alert.
     *
     * @param version whether the version of the alert, when anything was said of it last in nanoseconds, is the one that is meant
     */
    public TriageOutcome change(String id, TriageChange change, LongPredicate version) {
        return requireNonNull(transactions.execute(status -> {
            List<Before> found = lockAndRead(Set.of(id));
            if (found.isEmpty()) {
                return new TriageOutcome.Missing();
            }
            if (!version.test(found.getFirst().version())) {
                return new TriageOutcome.Outdated(found.getFirst().version());
            }
            int unused = write(found, change);
            return new TriageOutcome.Done();
        }));
    }

    /** Locked first, as a transaction that has read before it writes is refused by some database when another one wrote meanwhile. */
    private List<Before> lockAndRead(Set<String> ids) {
        state.lock();
        List<String> fine = ids.stream().map(ColumnText::of).toList();
        return fine.isEmpty()
                ? List.of()
                : jdbc.sql("select id, status, disposition, assignee, note, updated_at from alerts where id in (:ids)")
                        .param("ids", fine)
                        .query((row, number) -> Before.of(row))
                        .list();
    }

    private int write(List<Before> found, TriageChange change) {
        long now = AlertRows.nanos(clock.instant());
        List<@Nullable Object[]> updates = new ArrayList<>();
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (Before before : found) {
            List<Field> differing = before.differing(change);
            if (!differing.isEmpty()) {
                long version = Math.max(now, before.version() + 1); // never the same twice, whatever the clock says
                updates.add(update(before, change, version));
                differing.forEach(field -> entries.add(entry(before, change, field, version)));
            }
        }
        batches.batchUpdate(UPDATE, updates);
        batches.batchUpdate(NOTE_DOWN, entries);
        return updates.size();
    }

    private static @Nullable Object[] update(Before before, TriageChange change, long version) {
        Map<Field, Optional<String>> values = new EnumMap<>(before.values());
        values.putAll(change.values());
        return new @Nullable Object[] {
            text(values, Field.STATUS),
            text(values, Field.DISPOSITION),
            text(values, Field.ASSIGNEE),
            text(values, Field.NOTE),
            version,
            before.id()
        };
    }

    private static @Nullable Object[] entry(Before before, TriageChange change, Field field, long version) {
        return new @Nullable Object[] {
            before.id(), version, change.by(), field.text(), text(before.values(), field), text(change.values(), field)
        };
    }

    private static @Nullable String text(Map<Field, Optional<String>> values, Field field) {
        return values.getOrDefault(field, Optional.empty()).orElse(null);
    }
}
