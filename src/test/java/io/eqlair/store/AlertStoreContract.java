package io.eqlair.store;

import static io.eqlair.store.SomeAlerts.alone;
import static io.eqlair.store.SomeAlerts.grouped;
import static io.eqlair.store.SomeAlerts.inRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.RaisedAlert;
import io.eqlair.alert.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of alerts does. */
abstract class AlertStoreContract {

    private AlertStore store = new MemoryAlertStore();

    /** An empty store. */
    abstract AlertStore open();

    @BeforeEach
    void begin() {
        store = open();
    }

    /** The same store after a new start, where it outlives one. */
    AlertStore reopen(AlertStore before) {
        return before;
    }

    @Test
    void anAlertIsStoredOnce() {
        assertThat(outcomes(alone("a"), alone("b"))).containsExactly("stored a", "stored b");
        assertThat(outcomes(alone("b"), alone("c"))).containsExactly("known b", "stored c");
    }

    @Test
    void anIdThatComesTwiceAtOnceIsStoredOnce() {
        assertThat(outcomes(alone("a"), alone("a"))).containsExactly("stored a", "known a");
    }

    @Test
    void nothingIsNothing() {
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void oneStandsForItsGroup() {
        assertThat(outcomes(grouped("a", "h1", 0), grouped("b", "h1", 9), grouped("c", "h2", 1)))
                .containsExactly("stored a", "on a: 1 from 0 to 9", "stored c");
        assertThat(outcomes(grouped("d", "h1", 10))).containsExactly("on a: 2 from 0 to 10");
    }

    @Test
    void theWindowIsThatOfTheOneThatStandsForIt() {
        assertThat(outcomes(
                        grouped("a", "h1", 0), grouped("b", "h1", 9), grouped("c", "h1", 11), grouped("d", "h1", 20)))
                .containsExactly("stored a", "on a: 1 from 0 to 9", "stored c", "on c: 1 from 11 to 20");
    }

    @Test
    void whatComesLateBelongsToTheLatestThatIsNotBehindIt() {
        outcomes(grouped("a", "h1", 0), grouped("b", "h1", 11));
        assertThat(outcomes(grouped("c", "h1", 10))).containsExactly("on a: 1 from 0 to 10");
        assertThat(outcomes(grouped("d", "h1", -3))).containsExactly("on a: 2 from -3 to 10");
        assertThat(outcomes(grouped("e", "h1", -11))).containsExactly("stored e");
    }

    @Test
    void whatWasCountedIsNotCountedAgain() {
        outcomes(grouped("a", "h1", 0), grouped("b", "h1", 1));
        assertThat(outcomes(grouped("a", "h1", 0), grouped("b", "h1", 1)))
                .containsExactly("known a with 1", "again on a: 1 from 0 to 1");
        assertThat(outcomes(grouped("b", "h1", 1))).containsExactly("again on a: 1 from 0 to 1");
    }

    /** A request has a group of its own: after it was stored in part, and comes again, it has another one. */
    @Test
    void aRequestThatComesAgainGoesOnWithTheAlertThatItHad() {
        outcomes(inRequest("a", "h1 first", 0), inRequest("b", "h1 first", 600));
        assertThat(outcomes(
                        inRequest("a", "h1 again", 0),
                        inRequest("b", "h1 again", 600),
                        inRequest("c", "h1 again", 1_200)))
                .containsExactly("known a with 1", "again on a: 1 from 0 to 600", "on a: 2 from 0 to 1200");
        assertThat(outcomes(inRequest("b", "h1 third", 600), inRequest("d", "h1 third", 1)))
                .containsExactly("again on a: 2 from 0 to 1200", "on a: 3 from 0 to 1200");
        assertThat(outcomes(inRequest("e", "h1 other", 0))).containsExactly("stored e");
    }

    /** Memory is the oracle. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anyAlertsInAnyOrderAreDecidedAsInMemory(int seed) {
        Random random = new Random(seed);
        AlertStore oracle = new MemoryAlertStore();
        for (int call = 0; call < 40; call++) {
            List<RaisedAlert> raised = some(random, call);
            assertThat(texts(store.add(raised))).isEqualTo(texts(oracle.add(raised)));
            store = random.nextInt(5) == 0 ? reopen(store) : store;
        }
    }

    /** An id always means the same alert, and each call is a request of its own. */
    private static List<RaisedAlert> some(Random random, int call) {
        List<RaisedAlert> raised = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int id = random.nextInt(120);
            raised.add(
                    switch (id % 4) {
                        case 0 -> alone("a" + id);
                        case 1 -> inRequest("r" + id, "r" + id % 3 + " " + call, id * 37 % 90);
                        default -> grouped("g" + id, "h" + id % 3, id * 37 % 90);
                    });
        }
        return raised;
    }

    private List<String> outcomes(RaisedAlert... raised) {
        return texts(store.add(List.of(raised)));
    }

    private static List<String> texts(List<Outcome> outcomes) {
        return outcomes.stream().map(AlertStoreContract::text).toList();
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored(var alert) -> "stored " + alert.id();
            case Outcome.Capped(var rule) -> "not kept for " + rule;
            case Outcome.Known(var alert) -> "known " + alert.id() + counted(alert.suppression());
            case Outcome.Suppressed(var id, var suppression, var again) ->
                (again ? "again on " : "on ") + id + ": " + suppression.count() + " from " + minute(suppression.first())
                        + " to " + minute(suppression.last());
        };
    }

    private static String counted(@Nullable Suppression suppression) {
        return suppression == null || suppression.count() == 0 ? "" : " with " + suppression.count();
    }

    private static long minute(Instant time) {
        return Duration.between(SomeAlerts.START, time).toMinutes();
    }
}
