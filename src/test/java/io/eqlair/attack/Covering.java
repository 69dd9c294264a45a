package io.eqlair.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.eqlair.catalog.RuleCatalog;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.catalog.RuleState;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.repository.RuleLoad;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for tests of coverage: {@code rule(1, ACTIVE, "TA0002 T1059 T1059.004").seen(3)}. */
record Covering(RuleEntry entry) {

    /** A rule whose number makes its id and name, and that names a tactic, a technique and a sub-technique in each text. */
    static Covering rule(int number, RuleState state, String... threats) {
        StringBuilder toml = new StringBuilder("""
                [rule]
                rule_id = "00000000-0000-4000-8000-0000000000%02d"
                name = "Rule %d"
                type = "eql"
                severity = "low"
                risk_score = 21
                query = "any where true"
                enabled = %s
                """.formatted(number, number, state == RuleState.ACTIVE));
        for (String threat : threats) {
            toml.append(threat(List.of(threat.split(" ", -1))));
        }
        RuleFile file =
                new RuleFileReader(RuleLimits.DEFAULT).read(toml.toString().getBytes(UTF_8), number + ".toml");
        RuleLoad load = new RuleLoad(List.of(file), List.of());
        return new Covering(RuleCatalog.of(load, EqlLimits.DEFAULT).entries().getFirst());
    }

    private static String threat(List<String> ids) {
        StringBuilder toml = new StringBuilder("[[rule.threat]]\nframework = 'MITRE ATT&CK'\n");
        List<String> techniques = ids.stream().filter(id -> id.startsWith("T1")).toList();
        if (!techniques.equals(ids)) {
            toml.append("tactic = { id = '%s', name = 'Tactic of a Rule' }%n".formatted(ids.getFirst()));
        }
        String sub = techniques.size() < 2 ? null : techniques.get(1);
        return techniques.isEmpty()
                ? toml.toString()
                : toml.append("technique = [%s]%n".formatted(technique(techniques.getFirst(), sub)))
                        .toString();
    }

    private static String technique(String id, @Nullable String sub) {
        String below = sub == null ? "" : ", subtechnique = [{ id = '%s', name = 'N' }]".formatted(sub);
        return "{ id = '%s', name = 'Name in a Rule'%s }".formatted(id, below);
    }

    /** Its fields have been seen, and it made so many alerts. */
    CoveredRule seen(long alerts) {
        return new CoveredRule(entry, alerts, true);
    }

    CoveredRule unseen() {
        return new CoveredRule(entry, 0, false);
    }
}
