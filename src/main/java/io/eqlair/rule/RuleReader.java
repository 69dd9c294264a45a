package io.eqlair.rule;

import io.eqlair.problem.Problem;
import io.eqlair.rule.format.LocatedText;
import io.eqlair.rule.format.Notation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the tree of one rule file: knows what each key means, what must be there, and what may be absent. */
final class RuleReader {

    private static final String EXAMPLE_QUERY = "process where process.args_count > 20";
    private static final RuleId STAND_IN = new RuleId("00000000-0000-0000-0000-000000000000");
    private static final int EXAMPLE_RISK = 47;
    private static final int MOST_SIGNALS = 1_000_000;

    private final String origin;
    private final LocatedText text;
    private final RuleFindings findings;
    private final Map<String, Object> content;
    private final RuleTable document;

    RuleReader(String origin, Map<String, Object> content, LocatedText text) {
        this.origin = origin;
        this.text = text;
        this.content = content;
        this.findings = new RuleFindings(origin, text);
        this.document = new RuleTable("", content, findings);
    }

    /** The keys of a rule that mean something here: those that are looked for where nothing is. */
    static Set<String> knownKeys() {
        RuleReader nothing = new RuleReader("", Map.of("rule", Map.of()), LocatedText.toml(""));
        RuleTable table = Objects.requireNonNull(nothing.document.table("rule"));
        checkType(table, table.required("type", Rule.TYPE));
        Rule unused = nothing.rule(table);
        return Set.copyOf(table.asked());
    }

    RuleFile read() {
        RuleTable table = document.table("rule");
        if (table == null) {
            if (findings.isEmpty()) {
                boolean json = text.notation() == Notation.JSON;
                findings.add("", json ? Problem.RULE_OBJECT_MISSING : Problem.RULE_TABLE_MISSING);
            }
            return new RuleFile.Rejected(origin, null, null, findings.inOrder());
        }
        String type = table.required("type", Rule.TYPE);
        Problem unsupported = unsupported(type);
        return unsupported == null ? supported(table, type) : unsupported(type, unsupported);
    }

    private RuleFile supported(RuleTable table, String type) {
        checkType(table, type);
        Rule rule = rule(table);
        if (!findings.isEmpty()) {
            return new RuleFile.Rejected(origin, said("rule_id"), said("name"), findings.inOrder());
        }
        return new RuleFile.Loaded(rule, origin, text, content);
    }

    private RuleFile unsupported(String type, Problem reason) {
        RuleProblem problem = findings.problem("rule.type", reason, type);
        return new RuleFile.Unsupported(origin, said("rule_id"), said("name"), type, problem);
    }

    /** The text that stands at a key of the rule, whether it is in order or not. */
    private @Nullable String said(String key) {
        return content.get("rule") instanceof Map<?, ?> rule && rule.get(key) instanceof String text ? text : null;
    }

    private static @Nullable Problem unsupported(String type) {
        return switch (type) {
            case "esql" -> Problem.RULE_UNSUPPORTED_ESQL;
            case "machine_learning" -> Problem.RULE_UNSUPPORTED_MACHINE_LEARNING;
            case "new_terms" -> Problem.RULE_UNSUPPORTED_NEW_TERMS;
            case "query" -> Problem.RULE_UNSUPPORTED_QUERY;
            case "saved_query" -> Problem.RULE_UNSUPPORTED_SAVED_QUERY;
            case "threat_match" -> Problem.RULE_UNSUPPORTED_THREAT_MATCH;
            case "threshold" -> Problem.RULE_UNSUPPORTED_THRESHOLD;
            default -> null;
        };
    }

    private static void checkType(RuleTable table, String type) {
        if (!type.isBlank() && !type.equals(Rule.TYPE)) {
            table.reject("type", Problem.RULE_TYPE_UNKNOWN, type);
        }
        String language = table.text("language", Rule.TYPE);
        if (!language.equals(Rule.TYPE)) {
            table.reject("language", Problem.RULE_LANGUAGE_MISMATCH, language);
        }
    }

    private Rule rule(RuleTable table) {
        RuleTable metadata = document.table("metadata");
        return new Rule(
                id(table),
                table.required("name", "What the rule finds"),
                AlertKeysReader.severity(table),
                table.requiredNumber("risk_score", 0, Rule.MOST_RISK, EXAMPLE_RISK),
                query(table),
                text(table),
                ThreatReader.threats(table),
                schedule(table),
                AlertKeysReader.overrides(table),
                AlertKeysReader.suppression(table),
                ContextReader.needs(table),
                ContextReader.triage(table),
                metadata(metadata == null ? new RuleTable("metadata", Map.of(), findings) : metadata),
                table.flag("enabled", true),
                table.text("building_block_type"),
                rest(),
                ContentHash.of(content));
    }

    /** A guide may have parts for queries that people run; they are shown as they stand, if they are a table at all. */
    private Map<String, Object> rest() {
        document.table("transform");
        return document.rest();
    }

    private RuleId id(RuleTable table) {
        String said = said("rule_id");
        String suggestion = said == null || RuleId.parse(said).isEmpty() ? suggestion() : said;
        String text = table.required("rule_id", suggestion);
        return RuleId.parse(text).orElseGet(() -> {
            if (!text.isBlank()) {
                table.reject("rule_id", Problem.RULE_ID_NOT_UUID, text, suggestion);
            }
            return STAND_IN;
        });
    }

    private String suggestion() {
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static RuleQuery query(RuleTable table) {
        return new RuleQuery(
                table.required("query", EXAMPLE_QUERY),
                table.texts("index"),
                table.textNotBlank("event_category_override", "event.category"),
                table.textNotBlank("timestamp_field", "event.created"),
                table.textNotBlank("timestamp_override", "event.ingested"),
                table.textNotBlank("tiebreaker_field", "event.sequence"));
    }

    private static RuleText text(RuleTable table) {
        return new RuleText(
                table.text("description", "").strip(),
                table.texts("author"),
                table.text("license", ""),
                table.texts("tags"),
                table.texts("references"),
                table.texts("false_positives").stream().map(String::strip).toList(),
                table.text("note", ""),
                table.text("setup", ""));
    }

    private static RuleSchedule schedule(RuleTable table) {
        return new RuleSchedule(
                table.text("from", RuleSchedule.DEFAULT_FROM),
                table.text("to", RuleSchedule.DEFAULT_TO),
                table.text("interval", RuleSchedule.DEFAULT_INTERVAL),
                table.number("max_signals", 1, MOST_SIGNALS, RuleSchedule.DEFAULT_MAX_SIGNALS));
    }

    private static RuleMetadata metadata(RuleTable table) {
        return new RuleMetadata(
                table.text("creation_date"),
                table.text("updated_date"),
                table.text("deprecation_date"),
                table.text("maturity"),
                table.texts("integration"),
                table.text("min_stack_version"),
                table.text("min_stack_comments"));
    }
}
