package io.eqlair.attack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Coverage as a layer that the ATT&amp;CK Navigator opens, in its format 4.5 with its own spelling of keys.
 *
 * <p>A technique under a tactic is an entry. Its score is how many rules cover it: the more, the darker. One that rules
 * name and none covers has the score 0, a colour of its own and a comment that says why. What no rule names has no entry.
 *
 * @param sorting how techniques are sorted within a tactic; 0 is by name
 * @param hideDisabled whether techniques that are switched off are left out; none is
 * @param metadata what else there is to say of the layer
 */
public record NavigatorLayer(
        String name,
        Versions versions,
        String domain,
        String description,
        int sorting,
        Layout layout,

        @JsonProperty("hideDisabled") boolean hideDisabled,

        List<LayerEntry> techniques,
        Gradient gradient,

        @JsonProperty("legendItems") List<LegendItem> legendItems,

        List<Metadata> metadata) {

    /** Of what is loaded and blind. */
    static final String UNCOVERED = "#fdae6b";

    private static final String LEAST = "#c7e9c0";
    private static final String MOST = "#006d2c";

    /** The version of the Navigator that knows the table's version of ATT&amp;CK. */
    private static final String NAVIGATOR = "5.2.0";

    private static final String FORMAT = "4.5";

    /** The layer of a coverage. */
    public static NavigatorLayer of(Coverage coverage) {
        List<LayerEntry> entries = LayerEntry.all(coverage);
        int most = entries.stream().mapToInt(LayerEntry::score).max().orElse(0);
        return new NavigatorLayer(
                "Eqlair",
                Versions.of(coverage.attackVersion()),
                "enterprise-attack",
                "How many rules cover a technique: those that are active, and whose fields events have carried.",
                0,
                Layout.USUAL,
                false,
                entries,
                new Gradient(List.of(LEAST, MOST), 0, Math.max(1, most)),
                List.of(
                        new LegendItem("Covered by rules: the darker, the more", MOST),
                        new LegendItem("Rules are loaded, and none of them can fire", UNCOVERED)),
                metadata(coverage.totals()));
    }

    private static List<Metadata> metadata(Coverage.CoverageTotals totals) {
        return List.of(
                new Metadata("rules that name something of ATT&CK", String.valueOf(totals.rules())),
                new Metadata("rules that are active", String.valueOf(totals.active())),
                new Metadata("rules that are active and whose fields have been seen", String.valueOf(totals.covered())),
                new Metadata("techniques covered", share(totals.techniques())),
                new Metadata("sub-techniques covered", share(totals.subtechniques())),
                new Metadata("alerts", String.valueOf(totals.alerts())));
    }

    private static String share(Coverage.CoverageShare share) {
        return share.covered() + " of " + share.known();
    }

    /**
     * What the layer is made for.
     *
     * @param attack the version of ATT&amp;CK, its first number
     */
    record Versions(String attack, String navigator, String layer) {
        static Versions of(String attack) {
            return new Versions(attack.split("\\.", -1)[0], NAVIGATOR, FORMAT);
        }
    }

    /** How the matrix is drawn. A technique has the rules of its sub-techniques already, so that nothing is summed up. */
    record Layout(
            String layout,

            @JsonProperty("showID") boolean showId,

            @JsonProperty("showName") boolean showName,

            @JsonProperty("showAggregateScores") boolean showAggregateScores,

            @JsonProperty("expandedSubtechniques") String expandedSubtechniques) {
        private static final Layout USUAL = new Layout("side", true, true, false, "annotated");
    }

    /** Colours for scores, from the lowest to the highest. */
    record Gradient(
            List<String> colors,

            @JsonProperty("minValue") int minValue,

            @JsonProperty("maxValue") int maxValue) {}

    /** What a colour means. */
    record LegendItem(String label, String color) {}

    /** A name and a value that the Navigator shows as they are. */
    record Metadata(String name, String value) {}
}
