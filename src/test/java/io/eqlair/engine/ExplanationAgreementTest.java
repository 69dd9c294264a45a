package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.RuleLocations;
import io.eqlair.rule.RuleLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For every rule and every event the explanation says what the engine says. Small by default; {@code -Deqlair.rules=DIR
 * -Deqlair.events=DIR} runs it over the rules below a directory and the events of the files {@code *.ndjson} and {@code
 * *.ndjson.gz} in another, of each file {@code -Deqlair.events.most=N}, evenly spread. It is done once more without the rules'
 * index patterns, which keep most events from most rules.
 */
class ExplanationAgreementTest {

    private static final System.Logger LOG = System.getLogger(ExplanationAgreementTest.class.getName());
    private static final String RULES =
            System.getProperty("eqlair.rules", "classpath:rules/,src/test/resources/explain/rules");
    private static final Path EVENTS =
            Path.of(System.getProperty("eqlair.events", "src/test/resources/explain/events"));
    private static final int MOST = Integer.getInteger("eqlair.events.most", Integer.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyExplanationAgreesWithTheEngine(boolean routed) throws IOException {
        Agreement agreement = new Agreement(
                rules().map(rule -> routed ? rule : unrouted(rule)).toList());
        for (Path file : files()) {
            documents(file).forEach(agreement::compare);
        }
        LOG.log(System.Logger.Level.INFO, "index patterns {0}: {1}", routed, agreement.figures());
        assertThat(agreement.disagreements()).isEmpty();
        assertThat(agreement.matches()).as("matches").isPositive();
    }

    private static Stream<CheckedRule> rules() {
        RuleLocations locations = new RuleLocations(List.of(RULES.split(",", -1)), RuleLimits.DEFAULT);
        RuleSet rules = RuleCatalog.of(locations.load(), EqlLimits.DEFAULT).rules();
        return rules.rules().stream().map(CompiledRule::checked);
    }

    private static CheckedRule unrouted(CheckedRule rule) {
        RuleDefinition known = rule.definition();
        RuleDefinition all =
                new RuleDefinition(known.id(), known.contentHash(), known.query(), List.of(), known.roles());
        return new CheckedRule(all, rule.source(), rule.query());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.filter(file -> file.toString().matches(".*\\.ndjson(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> documents(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().filter(line -> !line.isBlank()).toList();
            int step = Math.ceilDiv(all.size(), MOST);
            return IntStream.range(0, all.size())
                    .filter(line -> line % step == 0)
                    .mapToObj(all::get)
                    .toList();
        }
    }
}
