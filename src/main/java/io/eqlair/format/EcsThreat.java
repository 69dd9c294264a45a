package io.eqlair.format;

import io.eqlair.rule.Threat;
import io.eqlair.rule.Threat.Subtechnique;
import io.eqlair.rule.Threat.Tactic;
import io.eqlair.rule.Threat.Technique;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule's place in catalogues of attacks, as the Elastic Common Schema has it: lists side by side, each value once.
 *
 * <pre>
 * {"framework": "MITRE ATT&amp;CK", "tactic": {"id": ["TA0002"], "name": ["Execution"], …},
 *  "technique": {"id": ["T1059"], …, "subtechnique": {"id": ["T1059.004"], …}}}
 * </pre>
 */
final class EcsThreat {

    private EcsThreat() {}

    /** All the places of a rule; empty for one that says nothing of attacks. */
    static ObjectNode of(List<Threat> threats) {
        List<Tactic> tactics = threats.stream()
                .flatMap(threat -> Stream.ofNullable(threat.tactic()))
                .toList();
        List<Technique> techniques =
                threats.stream().flatMap(threat -> threat.technique().stream()).toList();
        List<Subtechnique> subtechniques = techniques.stream()
                .flatMap(technique -> technique.subtechnique().stream())
                .toList();
        ObjectNode said = DocumentWriter.object();
        Set<String> frameworks = distinct(threats, Threat::framework);
        DocumentWriter.say(
                said,
                "framework",
                frameworks.size() == 1 ? frameworks.iterator().next() : frameworks);
        DocumentWriter.say(said, "tactic", fields(tactics, Tactic::id, Tactic::name, Tactic::reference));
        ObjectNode technique = fields(techniques, Technique::id, Technique::name, Technique::reference);
        DocumentWriter.say(
                technique,
                "subtechnique",
                fields(subtechniques, Subtechnique::id, Subtechnique::name, Subtechnique::reference));
        DocumentWriter.say(said, "technique", technique);
        return said;
    }

    private static <T> ObjectNode fields(
            Collection<T> entries,
            Function<T, @Nullable String> id,
            Function<T, @Nullable String> name,
            Function<T, @Nullable String> reference) {
        ObjectNode fields = DocumentWriter.object();
        DocumentWriter.say(fields, "id", distinct(entries, id));
        DocumentWriter.say(fields, "name", distinct(entries, name));
        DocumentWriter.say(fields, "reference", distinct(entries, reference));
        return fields;
    }

    private static <T> Set<String> distinct(Collection<T> entries, Function<T, @Nullable String> part) {
        return entries.stream().map(part).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
