package io.eqlair.format;

import static io.eqlair.format.DocumentWriter.list;
import static io.eqlair.format.DocumentWriter.object;
import static io.eqlair.format.DocumentWriter.say;

import io.eqlair.rule.Threat;
import io.eqlair.rule.Threat.Subtechnique;
import io.eqlair.rule.Threat.Tactic;
import io.eqlair.rule.Threat.Technique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule's place in ATT&amp;CK, as OCSF has it: an entry for each sub-technique with its technique and tactic, for each technique
 * without one, and for each tactic without a technique. The version of ATT&amp;CK is left out, since rules do not say theirs.
 */
final class OcsfAttacks {

    private static final String ATTACK = "ATT&CK";

    private OcsfAttacks() {}

    static ArrayNode of(List<Threat> threats) {
        List<ObjectNode> attacks = new ArrayList<>();
        threats.stream().filter(OcsfAttacks::isAttack).forEach(threat -> add(threat, attacks));
        return list(attacks);
    }

    /** The places in catalogues that OCSF has no words for. */
    static List<Threat> others(List<Threat> threats) {
        return threats.stream().filter(threat -> !isAttack(threat)).toList();
    }

    private static boolean isAttack(Threat threat) {
        return threat.framework().contains(ATTACK);
    }

    private static void add(Threat threat, List<ObjectNode> attacks) {
        if (threat.technique().isEmpty()) {
            attacks.add(attack(threat.tactic(), null, null));
        }
        for (Technique technique : threat.technique()) {
            if (technique.subtechnique().isEmpty()) {
                attacks.add(attack(threat.tactic(), technique, null));
            }
            technique.subtechnique().forEach(sub -> attacks.add(attack(threat.tactic(), technique, sub)));
        }
    }

    private static ObjectNode attack(
            @Nullable Tactic tactic, @Nullable Technique technique, @Nullable Subtechnique sub) {
        ObjectNode attack = object();
        if (tactic != null) {
            attack.set("tactic", part(tactic.id(), tactic.name(), tactic.reference()));
        }
        if (technique != null) {
            attack.set("technique", part(technique.id(), technique.name(), technique.reference()));
        }
        if (sub != null) {
            attack.set("sub_technique", part(sub.id(), sub.name(), sub.reference()));
        }
        return attack;
    }

    private static ObjectNode part(String id, String name, @Nullable String reference) {
        ObjectNode part = object();
        say(part, "uid", id);
        say(part, "name", name);
        say(part, "src_url", reference);
        return part;
    }
}
