package io.eqlair.engine;

import io.eqlair.engine.sequence.KeyedItems;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventRejected;
import io.eqlair.explain.Explainer;
import io.eqlair.explain.Explanation;
import io.eqlair.testing.EventQuestion;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Explanations of all rules, compared with what the engine says of the same events. */
final class Agreement {

    private static final InstantSource CLOCK = InstantSource.fixed(EventQuestion.ARRIVAL);

    private final List<CheckedRule> rules;
    private final DetectionEngine.Session session;
    private final List<Explainer> explainers;
    private final List<String> disagreements = new ArrayList<>();
    private final Set<Integer> everMatched = new HashSet<>();
    private int events;
    private long matches;

    Agreement(List<CheckedRule> rules) {
        this.rules = rules;
        RuleSet set = RuleSet.of(rules, EngineSettings.DEFAULT.roles());
        this.session = new DetectionEngine(set, EngineSettings.DEFAULT, CLOCK).session();
        this.explainers = rules.stream()
                .map(rule -> new Explainer(rule, EngineSettings.DEFAULT, EqlLimits.DEFAULT, CLOCK))
                .toList();
    }

    List<String> disagreements() {
        return disagreements;
    }

    long matches() {
        return matches;
    }

    /** The figures, for the log. */
    String figures() {
        return "%,d rules, %,d events, %,d matches of %,d rules, %,d disagreements"
                .formatted(rules.size(), events, matches, everMatched.size(), disagreements.size());
    }

    void compare(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        List<Set<Integer>> expected = expected(finding(bytes));
        List<Set<Integer>> told = IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(rule -> told(explainers.get(rule), bytes))
                .toList();
        events++;
        for (int rule = 0; rule < rules.size(); rule++) {
            compare(rule, expected.get(rule), told.get(rule), document);
        }
    }

    private void compare(int rule, Set<Integer> expected, Set<Integer> told, String document) {
        if (!expected.isEmpty()) {
            matches++;
            everMatched.add(rule);
        }
        if (!told.equals(expected)) {
            String id = rules.get(rule).definition().id();
            disagreements.add(id + ": items " + expected + ", not " + told + ", for " + document);
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

    private static Set<Integer> told(Explainer explainer, byte[] document) {
        Explanation explanation = explanation(explainer, document);
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
}
