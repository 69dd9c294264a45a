package io.eqlair.explain;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.testing.EventQuestion;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** Explanations of rules that are written down in a test. */
final class Explaining {

    private Explaining() {}

    static CheckedRule rule(String query, String... patterns) {
        RuleDefinition definition = new RuleDefinition("r", "1", query, List.of(patterns), EventRoles.ECS);
        return CheckedRule.of(definition, EqlLimits.DEFAULT);
    }

    static Explainer explainer(CheckedRule rule) {
        InstantSource clock = InstantSource.fixed(EventQuestion.ARRIVAL);
        return new Explainer(rule, EngineSettings.DEFAULT, EqlLimits.DEFAULT, clock);
    }

    /** What a rule that remembers nothing makes of an event. */
    static Explanation explain(CheckedRule rule, String json, Envelope envelope) {
        Explainer explainer = explainer(rule);
        try {
            byte[] document = json.getBytes(StandardCharsets.UTF_8);
            return explainer.explain(explainer.reader().read(document, envelope), null);
        } catch (EventRejected bad) {
            throw new AssertionError(json, bad);
        }
    }

    static Explanation explain(String query, String json) {
        return explain(rule(query), json, Envelope.NONE);
    }
}
