package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverlay;
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
 * How an overlay is written: a rule file with nothing but what was set. The name of the file is the rule's id.
 *
 * <pre>
 * [rule]
 * enabled = false
 * severity = "high"
 * risk_score = 73
 * </pre>
 */
final class OverlayFile {

    private static final String EXTENSION = ".toml";
    private static final String HEAD = "# Set through the API, and laid over the rule of this id.\n[rule]\n";

    private OverlayFile() {}

    static String text(RuleOverlay overlay) {
        StringBuilder text = new StringBuilder(HEAD);
        if (overlay.enabled() != null) {
            text.append("enabled = ").append(overlay.enabled()).append('\n');
        }
        if (overlay.severity() != null) {
            text.append("severity = \"").append(overlay.severity().text()).append("\"\n");
        }
        if (overlay.riskScore() != null) {
            text.append("risk_score = ").append(overlay.riskScore()).append('\n');
        }
        return text.toString();
    }

    /** Reads all files of a directory; returns those that cannot be read. */
    static List<RuleFile.Rejected> readAll(Path directory, Map<RuleId, RuleOverlay> into) {
        List<RuleFile.Rejected> broken = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            Optional<RuleId> id = RuleId.parse(name.substring(0, name.length() - EXTENSION.length()));
            RuleOverlay overlay = id.isEmpty() ? null : read(file);
            if (id.isPresent() && overlay != null) {
                into.put(id.get(), overlay);
            } else {
                String origin = file.toString();
                broken.add(new RuleFile.Rejected(
                        origin, RuleProblem.of(Problem.RULE_OVERLAY_UNREADABLE, origin, null, name)));
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
            return List.of(directory.resolve("overlays" + EXTENSION));
        }
    }

    private static @Nullable RuleOverlay read(Path file) {
        try {
            Object table = TomlDocument.parse(Files.readString(file)).get("rule");
            return table instanceof Map<?, ?> rule ? overlay(rule) : null;
        } catch (IOException | JacksonException unreadable) {
            return null;
        }
    }

    private static @Nullable RuleOverlay overlay(Map<?, ?> rule) {
        Boolean enabled = rule.get("enabled") instanceof Boolean flag ? flag : null;
        Severity severity = rule.get("severity") instanceof String text
                ? Severity.parse(text).orElse(null)
                : null;
        Integer riskScore =
                rule.get("risk_score") instanceof Integer score && score >= 0 && score <= 100 ? score : null;
        RuleOverlay overlay = new RuleOverlay(enabled, severity, riskScore);
        long said = Stream.of(enabled, severity, riskScore)
                .filter(one -> one != null)
                .count();
        return said == rule.size() ? overlay : null;
    }
}
