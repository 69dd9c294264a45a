package io.eqlair.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.sequence.KeyedItems;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.explain.Explainer;
import io.eqlair.explain.Explanation;
import io.eqlair.repository.RuleLocations;
import io.eqlair.rule.RuleLimits;
import io.eqlair.testing.EventQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * For every rule and every event the explanation says what the engine says. Small by default; {@code -Deqlair.rules=DIR
 * -Deqlair.events=DIR} runs it over the rules below a directory and the events of the files {@code *.ndjson} and {@code
 * *.ndjson.gz} in another, of each file {@code -Deqlair.events.most=N}, evenly spread.
 */
class ExplanationAgreementTest {

    private static final System.Logger LOG = System.getLogger(ExplanationAgreementTest.class.getName());
    private static final InstantSource CLOCK = InstantSource.fixed(EventQuestion.ARRIVAL);
    private static final String RULES =
            System.getProperty("eqlair.rules", "classpath:rules/,src/test/resources/explain/rules");
    private static final Path EVENTS =
            Path.of(System.getProperty("eqlair.events", "src/test/resources/explain/events"));
    private static final int MOST = Integer.getInteger("eqlair.events.most", Integer.MAX_VALUE);

    private final List<CompiledRule> rules = rules();
    private final DetectionEngine.Session session = session(rules);
    private final List<Explainer> explainers = rules.stream()
            .map(rule -> new Explainer(rule.checked(), EngineSettings.DEFAULT, EqlLimits.DEFAULT, CLOCK))
            .toList();
    private final Set<Integer> everMatched = new HashSet<>();
    private long asked;
    private long matched;

    @Test
    void everyExplanationAgreesWithTheEngine() throws IOException {
        List<String> disagreements = new ArrayList<>();
        int events = 0;
        for (Path file : files()) {
            List<String> documents = documents(file);
            documents.forEach(document -> compare(document, disagreements));
            events += documents.size();
        }
        LOG.log(
                System.Logger.Level.INFO,
                "{0} rules, {1} events, {2} explanations, {3} matches of {4} rules, {5} disagreements",
                rules.size(),
                events,
                asked,
                matched,
                everMatched.size(),
                disagreements.size());
        assertThat(disagreements).isEmpty();
        assertThat(matched).as("matches").isPositive();
    }

    private void compare(String document, List<String> disagreements) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        Finding finding = finding(bytes);
        List<Set<Integer>> expected = expected(finding);
        List<Set<Integer>> told = IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(rule -> told(rule, bytes))
                .toList();
        for (int rule = 0; rule < rules.size(); rule++) {
            asked++;
            if (!expected.get(rule).isEmpty()) {
                matched++;
                everMatched.add(rule);
            }
            if (!told.get(rule).equals(expected.get(rule))) {
                disagreements.add(rules.get(rule).definition().id() + ": " + expected.get(rule) + ", not "
                        + told.get(rule) + " for " + document);
            }
        }
    }

    private @Nullable Finding finding(byte[] document) {
        try (Evaluator evaluator = session.evaluator()) {
            return evaluator.evaluate(evaluator.read(document, Envelope.NONE));
        } catch (EventRejected bad) {
            throw new AssertionError(bad);
        }
    }

    /** For each rule the items that the engine finds; the only one of a rule of single events is 0. */
    private List<Set<Integer>> expected(@Nullable Finding finding) {
        List<Set<Integer>> expected = rules.stream()
                .map(rule -> (Set<Integer>) new TreeSet<Integer>())
                .toList();
        for (Finding.Hit hit : finding == null ? List.<Finding.Hit>of() : finding.hits()) {
            Set<Integer> items = expected.get(hit.rule());
            switch (hit) {
                case Finding.Hit.Whole whole -> items.add(0);
                case Finding.Hit.Items several ->
                    several.keyed().stream().map(KeyedItems::items).forEach(bits -> addAll(items, bits));
            }
        }
        return expected;
    }

    private static void addAll(Set<Integer> items, long bits) {
        for (long left = bits; left != 0; left &= left - 1) {
            items.add(Long.numberOfTrailingZeros(left));
        }
    }

    private Set<Integer> told(int rule, byte[] document) {
        Explanation explanation = explanation(explainers.get(rule), document);
        Set<Integer> items = explanation.stages().stream()
                .filter(Explanation.Stage::matches)
                .map(stage -> stage.number() - 1)
                .collect(Collectors.toCollection(TreeSet::new));
        if (explanation.condition() != null) {
            items.add(0);
        }
        return explanation.matches() ? items : Set.of();
    }

    private static Explanation explanation(Explainer explainer, byte[] document) {
        try {
            Event event = explainer.reader().read(document, Envelope.NONE);
            return explainer.explain(event, null);
        } catch (EventRejected bad) {
            throw new AssertionError(bad);
        }
    }

    private static List<CompiledRule> rules() {
        RuleLocations locations = new RuleLocations(List.of(RULES.split(",", -1)), RuleLimits.DEFAULT);
        return RuleCatalog.of(locations.load(), EqlLimits.DEFAULT).rules().rules();
    }

    private static DetectionEngine.Session session(List<CompiledRule> rules) {
        RuleSet set = RuleSet.of(rules.stream().map(CompiledRule::checked).toList(), EngineSettings.DEFAULT.roles());
        return new DetectionEngine(set, EngineSettings.DEFAULT, CLOCK).session();
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
            int step = Math.max(1, (int) Math.ceil(all.size() / (double) MOST));
            return IntStream.range(0, all.size())
                    .filter(line -> line % step == 0)
                    .mapToObj(all::get)
                    .toList();
        }
    }
}
