package io.eqlair.repository;

import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleOverride;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that were put through the API, and what was set for others there, below the data directory:
 *
 * <pre>
 * rules/adb961e0-….toml        a whole rule; it wins over any other file with its id
 * overrides/adb961e0-….toml    enabled, severity, risk score; laid over the rule of this id, wherever that comes from
 * </pre>
 *
 * <p>Both are TOML, to be read and mended by people. What was written is on the disk when a call returns. For
 * one writer at a time.
 */
public final class RuleStore {

    private static final String EXTENSION = ".toml";

    private final Path rules;
    private final Path overrides;
    private final RuleLimits limits;

    /** A store below a directory, which is made when something is first kept. */
    public RuleStore(Path directory, RuleLimits limits) {
        this.rules = directory.resolve("rules");
        this.overrides = directory.resolve("overrides");
        this.limits = limits;
    }

    /** The rules, in the order of their ids. */
    RuleLoad load() {
        return Files.isDirectory(rules)
                ? new RuleLocations(List.of(rules.toString()), limits).load()
                : new RuleLoad(List.of(), List.of());
    }

    /** What was set for rules; files that cannot be read as such are told. */
    Overrides overrides() {
        Map<RuleId, RuleOverride> byId = new HashMap<>();
        List<RuleFile.Rejected> broken = OverrideFile.readAll(overrides, byId);
        return new Overrides(byId, broken);
    }

    /**
     * Keeps a rule in place of the one with its id, and forgets what was set for that.
     *
     * @param toml null if there is to be none
     */
    public void put(RuleId id, byte @Nullable [] toml) throws IOException {
        Path file = rules.resolve(id + EXTENSION);
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
        write(file, toml);
        try {
            set(id, RuleOverride.NONE);
        } catch (IOException e) {
            write(file, before);
            throw e;
        }
    }

    /** Sets something for a rule in place of what was set before. */
    public void set(RuleId id, RuleOverride override) throws IOException {
        byte[] toml = override.isEmpty() ? null : OverrideFile.text(override).getBytes(StandardCharsets.UTF_8);
        write(overrides.resolve(id + EXTENSION), toml);
    }

    private static void write(Path file, byte @Nullable [] content) throws IOException {
        if (content == null) {
            Files.deleteIfExists(file);
        } else {
            DurableFile.write(file, content);
        }
    }

    /** What was set for rules, by their ids, and the files that say nothing of the kind. */
    record Overrides(Map<RuleId, RuleOverride> byId, List<RuleFile.Rejected> broken) {

        static final Overrides NONE = new Overrides(Map.of(), List.of());

        Overrides {
            byId = Map.copyOf(byId);
            broken = List.copyOf(broken);
        }
    }
}
