package io.eqlair.store;

import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rule that was kept once and is refused when it is read again, as a later version may be stricter, or a disk have failed. Its
 * alerts are to be shown all the same, so it becomes one that says what of it is still understood.
 *
 * <pre>
 * kept    {"rule": {"rule_id": "adb9…", "name": "Netcat", "type": "eql", "severity": "grave", "query": "…", …}}
 * shown   {"rule": {"rule_id": "adb9…", "name": "Netcat", "type": "eql", "severity": "low", "query": "…"}}
 * </pre>
 */
final class UnreadableRule {

    /** Tried one after the other on top of the stand-in. */
    private static final List<String> KEYS = List.of(
            "rule_id", "name", "description", "severity", "risk_score", "query", "tags", "references", "threat");

    private static final Map<String, Object> STAND_IN = Map.of(
            "rule_id", "00000000-0000-0000-0000-000000000000",
            "name", "A rule that cannot be read any more",
            "description", "What it said cannot be read any more.",
            "type", Rule.TYPE,
            "language", Rule.TYPE,
            "severity", "low",
            "risk_score", 0,
            "query", "any where true");

    private final RuleFileReader reader;
    private final String origin;

    UnreadableRule(RuleFileReader reader, String origin) {
        this.reader = reader;
        this.origin = origin;
    }

    /** As much of a rule as is understood, with the hash of the whole. */
    RuleFile.Loaded shown(byte[] content, String hash) {
        Map<String, Object> shown = new LinkedHashMap<>(STAND_IN);
        RuleFile.Loaded best = read(shown);
        if (best == null) {
            throw new IllegalStateException("the stand-in for a rule must be readable");
        }
        Map<?, ?> kept = rule(content);
        for (String key : KEYS) {
            Object before = shown.get(key);
            Object value = kept.get(key);
            RuleFile.Loaded with = value == null ? null : readWith(shown, key, value);
            if (with == null) {
                putBack(shown, key, before);
            } else {
                best = with;
            }
        }
        return new RuleFile.Loaded(withHash(best.rule(), hash), origin, best.text(), best.content());
    }

    private RuleFile.@Nullable Loaded readWith(Map<String, Object> shown, String key, Object value) {
        shown.put(key, value);
        return read(shown);
    }

    private static void putBack(Map<String, Object> shown, String key, @Nullable Object before) {
        if (before == null) {
            shown.remove(key);
        } else {
            shown.put(key, before);
        }
    }

    private RuleFile.@Nullable Loaded read(Map<String, Object> rule) {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(Map.of("rule", rule));
        return reader.read(bytes, origin) instanceof RuleFile.Loaded loaded ? loaded : null;
    }

    /** What stands at {@code rule}; nothing where the content is no JSON any more. */
    private static Map<?, ?> rule(byte[] content) {
        try {
            Map<?, ?> document = JsonMapper.shared().readValue(content, Map.class);
            return document != null && document.get("rule") instanceof Map<?, ?> rule ? rule : Map.of();
        } catch (JacksonException broken) {
            return Map.of();
        }
    }

    private static Rule withHash(Rule rule, String hash) {
        return new Rule(
                rule.id(),
                rule.name(),
                rule.severity(),
                rule.riskScore(),
                rule.query(),
                rule.text(),
                rule.threat(),
                rule.schedule(),
                rule.overrides(),
                rule.suppression(),
                rule.needs(),
                rule.triage(),
                rule.metadata(),
                rule.enabled(),
                rule.buildingBlockType(),
                rule.other(),
                hash);
    }
}
