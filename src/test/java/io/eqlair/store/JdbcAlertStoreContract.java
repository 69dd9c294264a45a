package io.eqlair.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.alert.Alert;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a store does besides that outlives the service. */
abstract class JdbcAlertStoreContract extends AlertStoreContract {

    @TempDir
    private Path directory;

    private TestDatabase database;

    abstract TestDatabase database(Path place);

    @BeforeEach
    @Override
    void begin() {
        database = database(directory);
        super.begin();
    }

    @Override
    AlertStore open() {
        return database.store();
    }

    @Override
    AlertStore reopen(AlertStore before) {
        return database.store();
    }

    @Test
    void anAlertIsReadAsItWasStored() {
        Alert stored = SomeAlerts.grouped("a", "h1", 0).alert();
        open().add(List.of(SomeAlerts.grouped("a", "h1", 0)));
        Alert read = latest().getFirst().alert();
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("events", "definition")
                .isEqualTo(stored);
        assertThat(read.events().getFirst().source().utf8())
                .isEqualTo(stored.events().getFirst().source().utf8());
        assertThat(read.definition().rule())
                .usingRecursiveComparison()
                .isEqualTo(stored.definition().rule());
    }

    @Test
    void numbersGrowInTheOrderOfTheAlerts() {
        open().add(List.of(SomeAlerts.alone("a"), SomeAlerts.alone("b")));
        open().add(List.of(SomeAlerts.alone("a"), SomeAlerts.alone("c")));
        assertThat(latest()).extracting(kept -> kept.alert().id()).containsExactly("c", "b", "a");
        assertThat(latest()).extracting(KeptAlert::seq).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void nothingIsCountedOnAnAlertThatIsClosed() {
        open().add(List.of(SomeAlerts.grouped("a", "h1", 0), SomeAlerts.grouped("b", "h1", 1)));
        new JdbcTemplate(database.source()).update("update alerts set status = 'closed'");
        List<Outcome> outcomes =
                open().add(List.of(SomeAlerts.grouped("b", "h1", 1), SomeAlerts.grouped("c", "h1", 2)));
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Suppressed.class);
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void whatFailsLeavesNothing() {
        AlertStore store = open();
        new JdbcTemplate(database.source()).execute("drop table alert_hosts");
        try {
            store.add(List.of(SomeAlerts.alone("a")));
            assertThat(false).as("it must fail").isTrue();
        } catch (RuntimeException expected) {
            assertThat(latest()).isEmpty();
        }
    }

    /** So it is after a failover to a server that had not yet heard of the rule. */
    @Test
    void aRuleThatTheDatabaseHasLostIsKeptAgainOnceItIsForgotten() {
        JdbcAlertStore store = database.store();
        store.add(List.of(SomeAlerts.alone("a")));
        JdbcTemplate jdbc = new JdbcTemplate(database.source());
        jdbc.execute("delete from alerts");
        jdbc.execute("delete from alerted_rule_labels");
        jdbc.execute("delete from alerted_rules");
        assertThatThrownBy(() -> store.add(List.of(SomeAlerts.alone("b")))).isInstanceOf(DataAccessException.class);
        store.rules().forget();
        store.add(List.of(SomeAlerts.alone("b")));
        assertThat(latest()).extracting(kept -> kept.alert().id()).containsExactly("b");
    }

    private List<KeptAlert> latest() {
        return database.queries()
                .page(AlertFilter.ALL, AlertSort.LATEST, null, 10)
                .alerts();
    }
}
