package io.eqlair.attack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eqlair.attack.Coverage.RuleCoverage;
import io.eqlair.attack.Coverage.SubtechniqueCoverage;
import io.eqlair.attack.Coverage.TacticCoverage;
import io.eqlair.attack.Coverage.TechniqueCoverage;
import io.eqlair.attack.NavigatorLayer.Metadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A technique or sub-technique under a tactic, in a layer of the Navigator.
 *
 * @param tactic null, and left out, where rules name none: the Navigator shows it under every tactic it belongs to
 * @param color null, and left out, where the score makes the colour
 * @param metadata the rules by their names, those that cover it first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LayerEntry(
        @JsonProperty("techniqueID") String techniqueId,
        @Nullable String tactic,
        int score,
        @Nullable String color,
        String comment,
        List<Metadata> metadata,

        @JsonProperty("showSubtechniques") boolean showSubtechniques) {

    /** The Navigator shows all of them at once, beside the mouse. */
    private static final int MOST_RULES = 30;

    /** An entry for everything that a rule names. */
    static List<LayerEntry> all(Coverage coverage) {
        return coverage.tactics().stream().flatMap(LayerEntry::of).toList();
    }

    private static Stream<LayerEntry> of(TacticCoverage tactic) {
        return tactic.techniques().stream()
                .flatMap(technique -> of(technique, tactic.shortName()))
                .filter(entry -> !entry.metadata.isEmpty());
    }

    private static Stream<LayerEntry> of(TechniqueCoverage technique, @Nullable String tactic) {
        List<SubtechniqueCoverage> below = technique.subtechniques();
        boolean shows = below.stream().anyMatch(sub -> !sub.rules().isEmpty());
        return Stream.concat(
                Stream.of(of(technique.id(), tactic, technique.rules(), shows)),
                below.stream().map(sub -> of(sub.id(), tactic, sub.rules(), false)));
    }

    private static LayerEntry of(String id, @Nullable String tactic, List<RuleCoverage> rules, boolean shows) {
        int score = (int) rules.stream().filter(RuleCoverage::covers).count();
        String color = score == 0 ? NavigatorLayer.UNCOVERED : null;
        return new LayerEntry(id, tactic, score, color, comment(rules, score), metadata(rules), shows);
    }

    /** For example {@code Covered by 2 of 3 rules.} or {@code Not covered: 2 rules not active.} */
    private static String comment(List<RuleCoverage> rules, int score) {
        if (score > 0) {
            return "Covered by " + score + " of " + (rules.size() == 1 ? "1 rule." : rules.size() + " rules.");
        }
        long blind = rules.stream().filter(RuleCoverage::active).count();
        return Stream.of(part(rules.size() - blind, "not active"), part(blind, "with fields never seen"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "Not covered: ", "."));
    }

    private static String part(long rules, String what) {
        return rules == 0 ? "" : (rules == 1 ? "1 rule " : rules + " rules ") + what;
    }

    private static String about(RuleCoverage rule) {
        String fields = rule.active() && !rule.fieldsSeen() ? ", fields never seen" : "";
        return rule.state() + fields + (rule.alerts() == 1 ? ", 1 alert" : ", " + rule.alerts() + " alerts");
    }

    private static List<Metadata> metadata(List<RuleCoverage> rules) {
        List<Metadata> named = new ArrayList<>(rules.stream()
                .sorted(Comparator.comparing(RuleCoverage::covers).reversed())
                .limit(MOST_RULES)
                .map(rule -> new Metadata(rule.name(), about(rule)))
                .toList());
        if (rules.size() > MOST_RULES) {
            named.add(new Metadata("more rules", String.valueOf(rules.size() - MOST_RULES)));
        }
        return named;
    }
}
