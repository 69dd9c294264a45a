package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.sequence.JoinKey;
import io.eqlair.engine.sequence.Pending;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pending for one key, against the list of all that is pending. */
class PendingByKeyTest {

    private static final String ITEMS = "[any where event.action == \"a\"] [any where event.action == \"b\"]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence by user.name " + ITEMS + " [any where event.action == \"c\"]",
                "sequence by user.name with maxspan=1h " + ITEMS + " ![any where event.action == \"c\"]",
                "sample by user.name " + ITEMS + " [any where event.action == \"c\"]"
            })
    void eachKeyHasWhatTheListShowsForIt(String query) {
        LiveEngine live = new LiveEngine(query);
        for (int user = 0; user < 200; user++) {
            live.post(-100 + user * 0.1, (user % 7 == 0 ? "x@u" : "a@u") + user);
            live.post(-50 + user * 0.1, (user % 3 == 0 ? "b@u" : "x@u") + user);
        }
        live.wait(100);
        PendingSequences pending = Objects.requireNonNull(live.engine.pending("rule"));
        Map<JoinKey, List<Pending>> byKey =
                pending.page(0, 1_000).shown().stream().collect(Collectors.groupingBy(Pending::key));
        assertThat(byKey).hasSizeGreaterThan(100);
        byKey.forEach((key, all) -> assertThat(pending.of(key)).isEqualTo(all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence by user.name " + ITEMS, "sample by user.name " + ITEMS})
    void aKeyIsFreeOnceItIsComplete(String query) {
        LiveEngine live = new LiveEngine(query);
        live.post(-2, "a@ann", "a@bob");
        PendingSequences pending = Objects.requireNonNull(live.engine.pending("rule"));
        JoinKey ann = pending.page(0, 10).shown().stream()
                .map(Pending::key)
                .filter(key -> key.values().contains("ann"))
                .findFirst()
                .orElseThrow();
        assertThat(pending.of(ann)).hasSize(1);
        live.post(-1, "b@ann");
        assertThat(pending.of(ann)).isEmpty();
    }
}
