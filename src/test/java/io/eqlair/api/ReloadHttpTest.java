package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Rules that are loaded anew while events flow. */
class ReloadHttpTest extends HttpTest {

    private static final int RULES_THAT_CHANGE = 40;
    private static final int SENDERS = 2;
    private static final int RELOADS = 12;

    @TempDir
    static Path directory;

    private final RuleFolder folder = new RuleFolder(directory);

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) throws IOException {
        RuleFolder folder = new RuleFolder(directory);
        folder.write("a", "any where process.name == \"steady\"");
        folder.write(
                "b", "sequence by user.id [any where event.action == \"one\"] [any where event.action == \"two\"]");
        registry.add("eqlair.rules.locations", directory::toString);
        registry.add("eqlair.rules.watch-interval", () -> "20ms");
    }

    @Test
    void nothingIsLostAndNothingComesTwiceWhileEventsFlow() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Tally>> tallies = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                tallies.add(senders.submit(() -> send(number, enough)));
            }
            for (int reload = 0; reload < RELOADS; reload++) {
                changeRules(reload);
                assertThat(post(RULES + "/reload", "")).hasStatus(200).has("/successful", true);
            }
            enough.set(true);
            for (Future<Tally> tally : tallies) {
                assertComplete(tally);
            }
        }
    }

    /** Every event once by the rule of single events, and every pair once, whose halves come in two requests. */
    private static void assertComplete(Future<Tally> future) throws ExecutionException, InterruptedException {
        Tally tally = future.get();
        assertThat(tally.steady).doesNotHaveDuplicates().hasSize(tally.rounds);
        assertThat(tally.pairs).doesNotHaveDuplicates().hasSize(tally.rounds);
        assertThat(tally.rounds).isGreaterThan(RELOADS);
    }

    private Tally send(int sender, AtomicBoolean enough) {
        Tally tally = new Tally();
        while (!enough.get()) {
            String key = sender + "-" + tally.rounds++;
            tally.add(events("{\"user\":{\"id\":\"" + key + "\"},\"event\":{\"id\":\"1-" + key
                    + "\",\"action\":\"one\"},\"process\":{\"name\":\"steady\"}}"));
            tally.add(events(
                    "{\"user\":{\"id\":\"" + key + "\"},\"event\":{\"id\":\"2-" + key + "\",\"action\":\"two\"}}"));
        }
        return tally;
    }

    private void changeRules(int version) throws IOException {
        for (int rule = 0; rule < RULES_THAT_CHANGE; rule++) {
            folder.write(
                    String.valueOf(10 + rule), "any where process.pid == " + version + " and process.args_count > 3");
        }
    }

    @Test
    void aFileThatChangesIsReadWithoutBeingAsked() throws Exception {
        folder.write("c", "any where process.name == \"fresh\"");
        long end = System.nanoTime() + 30_000_000_000L;
        while (get(RULES + "/" + RuleFolder.id("c")).status() != 200 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(events("{\"process\":{\"name\":\"fresh\"}}")).firesRules("Rule c");
        folder.write("c", "any where process.name = \"fresh\"");
        while (get(RULES + "/reload").at("/successful").asBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(get(RULES + "/" + RuleFolder.id("c")))
                .has("/state", "active")
                .has("/stale", true);
        assertThat(get("/actuator/prometheus").text())
                .contains("eqlair_rules_last_reload_successful 0.0", "eqlair_rules_stale 1.0");
        assertThat(events("{\"process\":{\"name\":\"fresh\"}}")).firesRules("Rule c");
        folder.remove("c");
        assertThat(post(RULES + "/reload", "")).has("/successful", true);
    }

    /** What one sender got back. */
    private static final class Tally {

        private int rounds;
        private final List<String> steady = new ArrayList<>();
        private final List<String> pairs = new ArrayList<>();

        void add(Answer answer) {
            assertThat(answer).hasStatus(200);
            for (JsonNode alert : answer.at("/alerts")) {
                String rule = alert.at("/rule/name").asString();
                (rule.equals("Rule a") ? steady : pairs).add(alert.at("/id").asString());
            }
        }
    }
}
