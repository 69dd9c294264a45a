package io.eqlair.attack;

import io.eqlair.attack.AttackTechnique.Current;
import io.eqlair.attack.AttackTechnique.Obsolete;
import io.eqlair.attack.AttackTechnique.Revoked;
import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.Threat;
import io.eqlair.rule.format.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a rule says of ATT&amp;CK with the table. All it finds are warnings: the rule runs all the same, and may be
 * of a newer version than the table. Threats of other frameworks are left alone.
 */
public final class ThreatCheck {

    private final AttackMatrix matrix;

    public ThreatCheck(AttackMatrix matrix) {
        this.matrix = matrix;
    }

    /** What the author of a rule may want to look at, in the order of its threats. */
    public List<RuleProblem> warnings(RuleFile.Loaded file) {
        Findings findings = new Findings(file);
        List<Threat> threats = file.rule().threat();
        for (int i = 0; i < threats.size(); i++) {
            if (AttackMatrix.isFramework(threats.get(i).framework())) {
                threat(threats.get(i), Places.item("rule.threat", i), findings);
            }
        }
        return List.copyOf(findings.warnings);
    }

    private void threat(Threat threat, String path, Findings findings) {
        AttackTactic tactic = threat.tactic() == null ? null : tactic(threat.tactic(), path + ".tactic", findings);
        List<Threat.Technique> techniques = threat.technique();
        for (int i = 0; i < techniques.size(); i++) {
            technique(techniques.get(i), tactic, Places.item(path + ".technique", i), findings);
        }
    }

    private @Nullable AttackTactic tactic(Threat.Tactic said, String path, Findings findings) {
        AttackTactic tactic = matrix.tactic(said.id());
        if (tactic == null) {
            findings.add(path + ".id", Problem.RULE_ATTACK_TACTIC, said.id(), matrix.version(), tactics());
        } else if (!tactic.name().equalsIgnoreCase(said.name())) {
            findings.add(
                    path + ".name", Problem.RULE_ATTACK_NAME, said.id(), matrix.version(), tactic.name(), said.name());
        }
        return tactic;
    }

    private void technique(Threat.Technique said, @Nullable AttackTactic tactic, String path, Findings findings) {
        if (known(said.id(), said.name(), path, findings) instanceof Current technique
                && tactic != null
                && !technique.tactics().contains(tactic.id())) {
            findings.add(
                    path + ".id",
                    Problem.RULE_ATTACK_TACTIC_MISMATCH,
                    technique.text(),
                    tactic.text(),
                    matrix.version(),
                    texts(technique.tactics()));
        }
        List<Threat.Subtechnique> subtechniques = said.subtechnique();
        for (int i = 0; i < subtechniques.size(); i++) {
            subtechnique(subtechniques.get(i), said.id(), Places.item(path + ".subtechnique", i), findings);
        }
    }

    /** Its tactics are those of its technique; and below one that nobody knows, it cannot stand wrongly. */
    private void subtechnique(Threat.Subtechnique said, String technique, String path, Findings findings) {
        boolean known = known(said.id(), said.name(), path, findings) instanceof Current;
        boolean comparable = known && matrix.technique(technique) != null;
        if (comparable && !technique.equals(AttackTechnique.parent(said.id()))) {
            findings.add(path + ".id", Problem.RULE_ATTACK_SUBTECHNIQUE_MISMATCH, said.id(), technique);
        }
    }

    /** What the table has at an id, null for nothing; adds what is to say of the id and of the name beside it. */
    private @Nullable AttackTechnique known(String id, String name, String path, Findings findings) {
        AttackTechnique known = matrix.technique(id);
        switch (known) {
            case null -> findings.add(path + ".id", Problem.RULE_ATTACK_TECHNIQUE, id, matrix.version());
            case Revoked revoked -> revoked(revoked, path + ".id", findings);
            case Obsolete obsolete ->
                findings.add(path + ".id", Problem.RULE_ATTACK_DEPRECATED, obsolete.text(), matrix.version());
            case Current current -> name(current, name, path, findings);
        }
        return known;
    }

    private void revoked(Revoked technique, String path, Findings findings) {
        String heir = technique.replacedBy();
        findings.add(path, Problem.RULE_ATTACK_REVOKED, technique.text(), matrix.version(), heir, name(heir));
    }

    private void name(Current technique, String said, String path, Findings findings) {
        if (!isName(technique, said)) {
            findings.add(
                    path + ".name", Problem.RULE_ATTACK_NAME, technique.id(), matrix.version(), technique.name(), said);
        }
    }

    /** A sub-technique may be called with its technique: {@code Phishing: Spearphishing Link}. */
    private boolean isName(Current technique, String said) {
        String parent = technique.parent();
        return technique.name().equalsIgnoreCase(said)
                || (parent != null && (name(parent) + ": " + technique.name()).equalsIgnoreCase(said));
    }

    private String name(String technique) {
        AttackTechnique known = matrix.technique(technique);
        return known == null ? technique : known.name();
    }

    private String tactics() {
        return matrix.tactics().stream().map(AttackTactic::text).collect(Collectors.joining(", "));
    }

    private String texts(List<String> tactics) {
        return matrix.tactics().stream()
                .filter(tactic -> tactics.contains(tactic.id()))
                .map(AttackTactic::text)
                .collect(Collectors.joining(", "));
    }

    /** The warnings of one file, while it is looked at. */
    private static final class Findings {
        private final RuleFile.Loaded file;
        private final List<RuleProblem> warnings = new ArrayList<>();

        Findings(RuleFile.Loaded file) {
            this.file = file;
        }

        void add(String path, Problem problem, Object... args) {
            warnings.add(RuleProblem.warning(
                    problem, file.origin(), file.text().places().of(path), args));
        }
    }
}
