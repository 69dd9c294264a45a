package io.eqlair.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each sink has come. Thread-safe. */
public final class SinkPositions {

    /**
     * How far a sink has come.
     *
     * @param seq the number of the last alert that is done with
     * @param attempts failed ones at the alert after it
     * @param missed how many alerts were deleted before the sink had taken them
     */
    public record Position(long seq, int attempts, long missed) {}

    private static final String FROM_NOW = "insert into sinks (name, position)"
            + " select :name, value from store_state where name = 'last_seq' on conflict (name) do nothing";
    private static final String FROM_THE_BEGINNING =
            "insert into sinks (name, position) values (:name, 0) on conflict (name) do nothing";

    private final JdbcClient jdbc;

    public SinkPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a sink goes on, also after the next start.
     *
     * @param fromBeginning where one that is new begins: at the first alert that is kept, or at those that are yet to come
     */
    public Position open(String name, boolean fromBeginning) {
        int unused = jdbc.sql(fromBeginning ? FROM_THE_BEGINNING : FROM_NOW)
                .param("name", name)
                .update();
        return jdbc.sql("select position, attempts, missed from sinks where name = :name")
                .param("name", name)
                .query((row, number) ->
                        new Position(row.getLong("position"), row.getInt("attempts"), row.getLong("missed")))
                .single();
    }

    /** Keeps how far a sink has come, and answers how many alerts it has missed. */
    public long save(String name, long seq, int attempts) {
        return jdbc.sql("update sinks set position = :seq, attempts = :attempts where name = :name returning missed")
                .param("seq", seq)
                .param("attempts", attempts)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
