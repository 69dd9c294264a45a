package io.eqlair.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.engine.matcher.RandomConditions;
import io.eqlair.engine.matcher.RandomDocuments;
import io.eqlair.eql.source.EqlException;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.testing.EventQuestion;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Explanations of random conditions against the engine that they explain. */
class ExplainerPropertyTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20261128);
    private static final int CONDITIONS = 1_500;
    private static final int DOCUMENTS = 5;

    private final Random random = new Random(SEED);
    private final RandomDocuments documents = new RandomDocuments(random);
    private int matches;

    @Test
    void theRootSaysWhatTheEngineSaysAndTheNodesAgree() {
        RandomConditions conditions = new RandomConditions(random);
        for (int i = 0; i < CONDITIONS; i++) {
            CheckedRule rule = rule(List.of("any", "a", "ab").get(random.nextInt(3)) + " where "
                    + conditions.condition(random.nextInt(4)));
            if (rule != null) {
                compare(rule);
            }
        }
        assertThat(matches).as("matches").isGreaterThan(CONDITIONS);
    }

    private void compare(CheckedRule rule) {
        InstantSource clock = InstantSource.fixed(EventQuestion.ARRIVAL);
        RuleSet set = RuleSet.of(List.of(rule), EventRoles.ECS);
        DetectionEngine.Session session = new DetectionEngine(set, EngineSettings.DEFAULT, clock).session();
        Explainer explainer = Explaining.explainer(rule);
        for (int i = 0; i < DOCUMENTS; i++) {
            String json = json();
            Explanation explanation = explain(explainer, json);
            String text = "seed " + SEED + ": " + rule.source().text() + " on " + json;
            assertThat(explanation.matches()).as(text).isEqualTo(detects(session, json));
            assertConsistent(Objects.requireNonNull(explanation.condition()), text);
            matches += explanation.matches() ? 1 : 0;
        }
    }

    /** Two-valued logic holds but where a constant null is below: it makes a part unknown, whose denial is unknown too. */
    private static void assertConsistent(Node node, String text) {
        boolean byChildren = switch (node.kind()) {
            case AND -> node.children().stream().allMatch(Node::verdict);
            case OR -> node.children().stream().anyMatch(Node::verdict);
            case NOT -> !node.children().getFirst().verdict();
            case CATEGORY, LEAF, CONSTANT -> node.verdict();
        };
        if (node.verdict() != byChildren) {
            assertThat(hasUnknown(node)).as(text).isTrue();
        }
        boolean explained = node.reason() != null || node.kind() == Node.Kind.AND || node.kind() == Node.Kind.OR;
        assertThat(explained || node.verdict()).as(text).isTrue();
        node.children().forEach(child -> assertConsistent(child, text));
    }

    private static boolean hasUnknown(Node node) {
        return node.reason() == Reason.NEVER_TRUE
                || node.children().stream().anyMatch(ExplainerPropertyTest::hasUnknown);
    }

    private String json() {
        String json = documents.json(documents.document());
        String category = List.of("\"a\"", "[\"a\",\"ab\"]", "\"A\"", "null").get(random.nextInt(4));
        return json.substring(0, json.length() - 1) + ",\"event.category\":" + category + "}";
    }

    private static Explanation explain(Explainer explainer, String json) {
        try {
            return explainer.explain(explainer.reader().read(bytes(json), Envelope.NONE), null);
        } catch (EventRejected bad) {
            throw new AssertionError(json, bad);
        }
    }

    private static boolean detects(DetectionEngine.Session session, String json) {
        try {
            return !session.accept(session.reader().read(bytes(json), Envelope.NONE))
                    .isEmpty();
        } catch (EventRejected bad) {
            throw new AssertionError(json, bad);
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Null where constants of the condition cannot be computed, which analysis refuses. */
    private static @Nullable CheckedRule rule(String query) {
        try {
            return Explaining.rule(query);
        } catch (EqlException refused) {
            return null;
        }
    }
}
