package io.eqlair.attack;

import io.eqlair.attack.AttackTechnique.Current;
import io.eqlair.attack.Coverage.CoverageShare;
import io.eqlair.attack.Coverage.CoverageTotals;
import io.eqlair.attack.Coverage.RuleCoverage;
import io.eqlair.attack.Coverage.SubtechniqueCoverage;
import io.eqlair.attack.Coverage.TacticCoverage;
import io.eqlair.attack.Coverage.TechniqueCoverage;
import io.eqlair.rule.Rule;
import io.eqlair.rule.Threat;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rules below the tactics and techniques that they name, wherever the table would have them:
 *
 * <pre>
 * (all rules) ── TA0002 ── T1059 ── T1059.004
 *             └─ TA0003 ── …
 * </pre>
 */
final class CoverageTree {

    /** Stands for the tactic where a rule names none. */
    private static final String NO_TACTIC = "";

    private final AttackMatrix matrix;
    private final CoverageNode root = new CoverageNode("", "");
    private int unmapped;

    private CoverageTree(AttackMatrix matrix) {
        this.matrix = matrix;
        matrix.tactics().forEach(tactic -> root.child(tactic.id(), tactic.name()));
        for (Current technique : matrix.current()) {
            technique.tactics().forEach(tactic -> place(technique, root.child(tactic, tactic)));
        }
    }

    private void place(Current technique, CoverageNode tactic) {
        String parent = technique.parent();
        CoverageNode above = parent == null ? tactic : tactic.child(parent, name(parent, parent));
        above.child(technique.id(), technique.name());
    }

    static CoverageTree of(AttackMatrix matrix, Collection<CoveredRule> rules) {
        CoverageTree tree = new CoverageTree(matrix);
        rules.forEach(tree::add);
        return tree;
    }

    private void add(CoveredRule covered) {
        Rule rule = covered.entry().rule();
        if (rule == null) {
            return;
        }
        List<Threat> threats = rule.threat().stream()
                .filter(threat -> AttackMatrix.isFramework(threat.framework()))
                .toList();
        threats.forEach(threat -> add(covered, threat));
        unmapped += threats.isEmpty() ? 1 : 0;
    }

    private void add(CoveredRule rule, Threat threat) {
        Threat.Tactic said = threat.tactic();
        CoverageNode tactic =
                said == null ? root.child(NO_TACTIC, "No tactic named") : root.child(said.id(), said.name());
        root.add(rule);
        tactic.add(rule);
        for (Threat.Technique technique : threat.technique()) {
            CoverageNode node = tactic.child(technique.id(), name(technique.id(), technique.name()));
            node.add(rule);
            technique
                    .subtechnique()
                    .forEach(sub ->
                            node.child(sub.id(), name(sub.id(), sub.name())).add(rule));
        }
    }

    /** The table's name for a technique, or else the rule's. */
    private String name(String id, String said) {
        AttackTechnique known = matrix.technique(id);
        return known == null ? said : known.name();
    }

    Coverage coverage(boolean all) {
        return new Coverage(
                matrix.version(), tactics().map(tactic -> tactic(tactic, all)).toList(), totals());
    }

    /** Those of the table, those that only rules know, and last what has none. */
    private Stream<CoverageNode> tactics() {
        Stream<CoverageNode> known = matrix.tactics().stream().map(tactic -> root.child(tactic.id(), tactic.name()));
        Stream<CoverageNode> unknown = root.children().stream()
                .filter(node -> matrix.tactic(node.id()) == null && !node.id().equals(NO_TACTIC));
        Stream<CoverageNode> none =
                root.children().stream().filter(node -> node.id().equals(NO_TACTIC));
        return Stream.concat(known, Stream.concat(unknown, none));
    }

    private TacticCoverage tactic(CoverageNode node, boolean all) {
        return new TacticCoverage(
                node.id().equals(NO_TACTIC) ? null : node.id(),
                shortName(node),
                node.name(),
                matrix.tactic(node.id()) != null,
                node.rules().size(),
                node.active(),
                node.score(),
                node.alerts(),
                shown(node, all).map(technique -> technique(technique, all)).toList());
    }

    private @Nullable String shortName(CoverageNode node) {
        if (node.id().equals(NO_TACTIC)) {
            return null;
        }
        AttackTactic known = matrix.tactic(node.id());
        return known == null ? AttackTactic.shortName(node.name()) : known.shortName();
    }

    private TechniqueCoverage technique(CoverageNode node, boolean all) {
        return new TechniqueCoverage(
                node.id(),
                node.name(),
                matrix.technique(node.id()) instanceof Current,
                status(matrix.technique(node.id())),
                node.score(),
                node.alerts(),
                rules(node),
                shown(node, all).map(this::subtechnique).toList());
    }

    private SubtechniqueCoverage subtechnique(CoverageNode node) {
        return new SubtechniqueCoverage(
                node.id(),
                node.name(),
                matrix.technique(node.id()) instanceof Current,
                status(matrix.technique(node.id())),
                node.score(),
                node.alerts(),
                rules(node));
    }

    private static Stream<CoverageNode> shown(CoverageNode node, boolean all) {
        return node.children().stream().filter(child -> all || !child.rules().isEmpty());
    }

    private static List<RuleCoverage> rules(CoverageNode node) {
        return node.rules().stream().map(RuleCoverage::of).toList();
    }

    private static @Nullable String status(@Nullable AttackTechnique technique) {
        return switch (technique) {
            case null -> null;
            case AttackTechnique.Current current -> "current";
            case AttackTechnique.Revoked revoked -> "revoked";
            case AttackTechnique.Obsolete obsolete -> "deprecated";
        };
    }

    private CoverageTotals totals() {
        return new CoverageTotals(
                root.rules().size(), unmapped, root.active(), root.score(), root.alerts(), share(false), share(true));
    }

    /** Of the techniques or of the sub-techniques that are in use; each counts once, under however many tactics. */
    private CoverageShare share(boolean subtechniques) {
        List<CoverageNode> known = root.children().stream()
                .flatMap(CoverageTree::below)
                .filter(node -> matrix.technique(node.id()) instanceof Current current
                        && subtechniques == (current.parent() != null))
                .toList();
        return new CoverageShare(
                count(known, node -> true),
                count(known, node -> !node.rules().isEmpty()),
                count(known, node -> node.score() > 0));
    }

    private static int count(List<CoverageNode> nodes, Predicate<CoverageNode> wanted) {
        return (int)
                nodes.stream().filter(wanted).map(CoverageNode::id).distinct().count();
    }

    /** The techniques below a tactic, and their sub-techniques. */
    private static Stream<CoverageNode> below(CoverageNode tactic) {
        return tactic.children().stream().flatMap(node -> Stream.concat(Stream.of(node), node.children().stream()));
    }
}
