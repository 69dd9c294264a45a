package io.eqlair.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.rule.Threat.Subtechnique;
import io.eqlair.rule.Threat.Tactic;
import io.eqlair.rule.Threat.Technique;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A threat mapping that is written to a file is read from it again, however its tables nest. */
class ThreatTest {
    private final StringBuilder toml = new StringBuilder("""
            [rule]
            type = "eql"
            rule_id = "5d1c8a60-91b7-4e55-a7f3-0c2b7e4f9a11"
            name = "Rule"
            severity = "low"
            risk_score = 21
            query = "any where true"
            """);

    @RepeatedTest(100)
    void aMappingIsReadAsItWasWritten(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Threat> threats = some(random, () -> threat(random));
        threats.forEach(this::write);
        RuleFile file =
                new RuleFileReader(RuleLimits.DEFAULT).read(toml.toString().getBytes(UTF_8), "threat.toml");
        assertThat(((RuleFile.Loaded) file).rule().threat()).as(toml.toString()).isEqualTo(threats);
    }

    private static Threat threat(Random random) {
        Tactic tactic = random.nextBoolean() ? new Tactic(text(random), text(random), maybe(random)) : null;
        return new Threat(text(random), tactic, some(random, () -> technique(random)));
    }

    private static Technique technique(Random random) {
        List<Subtechnique> subtechniques =
                some(random, () -> new Subtechnique(text(random), text(random), maybe(random)));
        return new Technique(text(random), text(random), maybe(random), subtechniques);
    }

    private static <T> List<T> some(Random random, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4)).toList();
    }

    private static String text(Random random) {
        return Integer.toString(random.nextInt(1000) + 1, 36);
    }

    private static @Nullable String maybe(Random random) {
        return random.nextBoolean() ? text(random) : null;
    }

    private void write(Threat threat) {
        toml.append("\n[[rule.threat]]\n");
        key("framework", threat.framework());
        for (Technique technique : threat.technique()) {
            toml.append("\n[[rule.threat.technique]]\n");
            entry(technique.id(), technique.name(), technique.reference());
            for (Subtechnique subtechnique : technique.subtechnique()) {
                toml.append("\n[[rule.threat.technique.subtechnique]]\n");
                entry(subtechnique.id(), subtechnique.name(), subtechnique.reference());
            }
        }
        Tactic tactic = threat.tactic();
        if (tactic != null) {
            toml.append("\n[rule.threat.tactic]\n");
            entry(tactic.id(), tactic.name(), tactic.reference());
        }
    }

    private void entry(String id, String name, @Nullable String reference) {
        key("id", id);
        key("name", name);
        key("reference", reference);
    }

    private void key(String key, @Nullable String value) {
        if (value != null) {
            toml.append(key).append(" = \"").append(value).append("\"\n");
        }
    }
}
