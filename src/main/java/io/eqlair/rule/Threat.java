package io.eqlair.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule finds, in the words of a catalogue of attacks: one tactic and the techniques that serve it.
 *
 * @param framework the catalogue, nearly always {@code MITRE ATT&CK}
 * @param tactic why an attacker does it; null where the file names none
 * @param technique how; empty for a rule that fits a tactic as a whole
 */
public record Threat(String framework, @Nullable Tactic tactic, List<Technique> technique) {

    public Threat {
        technique = List.copyOf(technique);
    }

    /**
     * The attacker's aim.
     *
     * @param id for example {@code TA0002}
     * @param reference the page that describes it; null where the file has none
     */
    public record Tactic(String id, String name, @Nullable String reference) {}

    /**
     * A way to that aim.
     *
     * @param id for example {@code T1059}
     * @param reference the page that describes it; null where the file has none
     */
    public record Technique(
            String id, String name, @Nullable String reference, List<Subtechnique> subtechnique) {

        public Technique {
            subtechnique = List.copyOf(subtechnique);
        }
    }

    /**
     * A special form of a technique.
     *
     * @param id for example {@code T1059.004}
     * @param reference the page that describes it; null where the file has none
     */
    public record Subtechnique(
            String id, String name, @Nullable String reference) {}
}
