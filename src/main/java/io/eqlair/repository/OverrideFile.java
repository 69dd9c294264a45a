package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverride;
import io.eqlair.rule.RuleProblem;
import io.eqlair.rule.Severity;
import io.eqlair.rule.format.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * How an override is written: a rule file with nothing but what was set. The name of the file is the rule's id.
 *
 * <pre>
 * [rule]
 * enabled = false
 * severity = "high"
 * risk_score = 73
 * </pre>
 */
final class OverrideFile {

    private static final String EXTENSION = ".toml";
    private static final String HEAD = "# Set through the API, and laid over the rule of this id.\n[rule]\n";

    private OverrideFile() {}

    static String text(RuleOverride override) {
        StringBuilder text = new StringBuilder(HEAD);
        if (override.enabled() != null) {
            text.append("enabled = ").append(override.enabled()).append('\n');
        }
        if (override.severity() != null) {
            text.append("severity = \"").append(override.severity().text()).append("\"\n");
        }
        if (override.riskScore() != null) {
            text.append("risk_score = ").append(override.riskScore()).append('\n');
        }
        return text.toString();
    }

    /** Reads all files of a directory; returns those that cannot be read. */
    static List<RuleFile.Rejected> readAll(Path directory, Map<RuleId, RuleOverride> into) {
        List<RuleFile.Rejected> broken = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            Optional<RuleId> id = RuleId.parse(name.substring(0, name.length() - EXTENSION.length()));
            RuleOverride override = id.isEmpty() ? null : read(file);
            if (id.isPresent() && override != null) {
                into.put(id.get(), override);
            } else {
                String origin = file.toString();
                broken.add(new RuleFile.Rejected(
                        origin, RuleProblem.of(Problem.RULE_OVERRIDE_UNREADABLE, origin, null, name)));
            }
        }
        return broken;
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of(directory.resolve("overrides" + EXTENSION));
        }
    }

    private static @Nullable RuleOverride read(Path file) {
        try {
            Object table = TomlDocument.parse(Files.readString(file)).get("rule");
            return table instanceof Map<?, ?> rule ? override(rule) : null;
        } catch (IOException | JacksonException unreadable) {
            return null;
        }
    }

    private static @Nullable RuleOverride override(Map<?, ?> rule) {
        Boolean enabled = rule.get("enabled") instanceof Boolean flag ? flag : null;
        Severity severity = rule.get("severity") instanceof String text
                ? Severity.parse(text).orElse(null)
                : null;
        Integer riskScore =
                rule.get("risk_score") instanceof Integer score && score >= 0 && score <= 100 ? score : null;
        RuleOverride override = new RuleOverride(enabled, severity, riskScore);
        long said = Stream.of(enabled, severity, riskScore)
                .filter(one -> one != null)
                .count();
        return said == rule.size() ? override : null;
    }
}
