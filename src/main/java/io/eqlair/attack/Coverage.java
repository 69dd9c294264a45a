package io.eqlair.attack;

import io.eqlair.catalog.RuleState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of ATT&amp;CK the rules cover, by tactic and technique.
 *
 * <p>A rule counts at every tactic, technique and sub-technique that it names, and at each only once; so a technique has
 * the rules of its sub-techniques, too. It is covered by rules that are active and whose fields have been seen.
 *
 * @param attackVersion of the table, for example {@code 18.0}
 * @param tactics in the order of the matrix, all of them; behind them those that only rules know
 */
public record Coverage(String attackVersion, List<TacticCoverage> tactics, CoverageTotals totals) {

    public Coverage {
        tactics = List.copyOf(tactics);
    }

    /**
     * The coverage by some rules.
     *
     * @param rules of which those are left out that have no content, and threats of other frameworks
     * @param all whether techniques are shown that no rule names
     */
    public static Coverage of(AttackMatrix matrix, Collection<CoveredRule> rules, boolean all) {
        return CoverageTree.of(matrix, rules).coverage(all);
    }

    /**
     * A tactic.
     *
     * @param id null for what rules say without a tactic
     * @param shortName how layers of the Navigator call it; null where the id is
     * @param known whether the table has it
     * @param rules how many rules name it
     * @param active how many of them are active
     * @param covered how many of those have seen their fields
     * @param alerts of all of them since the start
     * @param techniques in the order of ids
     */
    public record TacticCoverage(
            @Nullable String id,
            @Nullable String shortName,
            String name,
            boolean known,
            int rules,
            int active,
            int covered,
            long alerts,
            List<TechniqueCoverage> techniques) {}

    /**
     * A technique below a tactic.
     *
     * @param known whether it is in use according to the table
     * @param status {@code current}, {@code revoked} or {@code deprecated}; null where the table does not have it
     * @param score how many rules cover it
     * @param alerts of all rules that name it
     */
    public record TechniqueCoverage(
            String id,
            String name,
            boolean known,
            @Nullable String status,
            int score,
            long alerts,
            List<RuleCoverage> rules,
            List<SubtechniqueCoverage> subtechniques) {}

    /** A sub-technique below its technique; its components are those of a technique. */
    public record SubtechniqueCoverage(
            String id,
            String name,
            boolean known,
            @Nullable String status,
            int score,
            long alerts,
            List<RuleCoverage> rules) {}

    /**
     * A rule below a technique.
     *
     * @param state {@code active}, {@code disabled} or {@code rejected}
     * @param fieldsSeen whether events have carried every field that it needs
     */
    public record RuleCoverage(String id, String name, String state, long alerts, boolean fieldsSeen) {

        /** Whether it could fire on what comes in. */
        boolean covers() {
            return active() && fieldsSeen;
        }

        boolean active() {
            return state.equals(RuleState.ACTIVE.text());
        }

        static RuleCoverage of(CoveredRule rule) {
            return new RuleCoverage(
                    Objects.requireNonNull(rule.entry().id()),
                    Objects.requireNonNull(rule.entry().name()),
                    rule.entry().state().text(),
                    rule.alerts(),
                    rule.fieldsSeen());
        }
    }

    /**
     * All tactics together.
     *
     * @param rules that name anything of ATT&amp;CK
     * @param unmapped rules whose file is in order and names nothing of it
     * @param active as for a tactic
     * @param techniques of the table
     * @param subtechniques likewise
     */
    public record CoverageTotals(
            int rules,
            int unmapped,
            int active,
            int covered,
            long alerts,
            CoverageShare techniques,
            CoverageShare subtechniques) {}

    /**
     * How many there are of something.
     *
     * @param known in the table and in use
     * @param named by any rule
     * @param covered by one that is active and has seen its fields
     */
    public record CoverageShare(int known, int named, int covered) {}
}
