package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.repository.RuleStore.Overlays;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleOverlay;
import io.eqlair.rule.Severity;
import io.eqlair.rule.format.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Reads all files of a directory. What cannot be read is told, and what was set before stays there. */
    static Overlays readAll(Path directory, Map<RuleId, RuleOverlay> before) {
        if (Files.notExists(directory)) {
            List<RuleFile.Rejected> gone = before.isEmpty()
                    ? List.of()
                    : List.of(RuleFile.Rejected.of(directory.toString(), Problem.RULE_LOCATION_MISSING, directory));
            return new Overlays(before, gone);
        }
        try (Stream<Path> all = Files.list(directory)) {
            return read(
                    all.filter(file -> file.toString().endsWith(EXTENSION))
                            .sorted()
                            .toList(),
                    before);
        } catch (IOException e) {
            return new Overlays(
                    before,
                    List.of(RuleFile.Rejected.of(
                            directory.toString(), Problem.RULE_FILE_UNREADABLE, String.valueOf(e.getMessage()))));
        }
    }

    private static Overlays read(List<Path> files, Map<RuleId, RuleOverlay> before) {
        Map<RuleId, RuleOverlay> byId = new HashMap<>();
        List<RuleFile.Rejected> broken = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            RuleId id = RuleId.parse(name.substring(0, name.length() - EXTENSION.length()))
                    .orElse(null);
            RuleOverlay overlay = id == null ? null : read(file);
            if (overlay == null) {
                broken.add(RuleFile.Rejected.of(file.toString(), Problem.RULE_OVERLAY_UNREADABLE, name));
            }
            RuleOverlay counts = overlay == null && id != null ? before.get(id) : overlay;
            if (id != null && counts != null) {
                byId.put(id, counts);
            }
        }
        return new Overlays(byId, broken);
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
                rule.get("risk_score") instanceof Integer score && score >= 0 && score <= Rule.MOST_RISK ? score : null;
        RuleOverlay overlay = new RuleOverlay(enabled, severity, riskScore);
        long said = Stream.of(enabled, severity, riskScore)
                .filter(one -> one != null)
                .count();
        return said == rule.size() ? overlay : null;
    }
}
