package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleOverlay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that were put through the API, and what was set for others there, below the data directory:
 *
 * <pre>
 * rules/adb961e0-….toml        a whole rule; it wins over any other file with its id
 * overlays/adb961e0-….toml    enabled, severity, risk score; laid over the rule of this id, wherever that comes from
 * </pre>
 *
 * <p>Both are TOML, to be read and mended by people. What was written is on the disk when a call returns. For
 * one writer at a time.
 */
public final class RuleStore {

    private static final String EXTENSION = ".toml";

    private final Path rules;
    private final Path overlays;
    private final RuleLimits limits;
    private final RuleFileReader reader;

    /** A store below a directory, which is made when something is first kept. */
    public RuleStore(Path directory, RuleLimits limits) {
        this.rules = directory.resolve("rules");
        this.overlays = directory.resolve("overlays");
        this.limits = limits;
        this.reader = new RuleFileReader(limits);
    }

    /**
     * The rules, in the order of their ids. What is no rule, or is not named by its id, is told.
     *
     * @param before what was here the last time: that a directory is gone is in order only where nothing was
     */
    List<RuleFile> load(List<RuleFile> before) {
        if (Files.notExists(rules)) {
            return before.isEmpty()
                    ? List.of()
                    : List.of(RuleFile.Rejected.of(rules.toString(), Problem.RULE_LOCATION_MISSING, rules));
        }
        try (Stream<Path> all = Files.list(rules)) {
            return all.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            return List.of(RuleFile.Rejected.of(rules.toString(), Problem.RULE_FILE_UNREADABLE, e));
        }
    }

    /** A file under another name than its rule's id is none: a copy must not take the place of what it was made of. */
    private RuleFile read(Path file) {
        String origin = file.toString();
        try (InputStream bytes = Files.newInputStream(file)) {
            RuleFile read = reader.read(bytes.readNBytes(limits.fileBytes() + 1), origin);
            boolean named = !(read instanceof RuleFile.Loaded loaded)
                    || file(loaded.rule().id()).equals(file);
            return named ? read : RuleFile.Rejected.of(origin, Problem.RULE_STORE_NAME);
        } catch (IOException e) {
            return RuleFile.Rejected.of(origin, Problem.RULE_FILE_UNREADABLE, e);
        }
    }

    /** Whether something is kept under an id, in order or not. */
    public boolean has(RuleId id) {
        return Files.exists(file(id));
    }

    private Path file(RuleId id) {
        return rules.resolve(id + EXTENSION);
    }

    /**
     * What was set for rules. A file that cannot be read is told, and what it said before stays.
     *
     * @param before what was set the last time
     */
    Overlays overlays(Map<RuleId, RuleOverlay> before) {
        return OverlayFile.readAll(overlays, before);
    }

    /** Where it is looked for changes. */
    List<String> places() {
        return Stream.of(rules, overlays).map(Path::toString).toList();
    }

    /**
     * Keeps a rule in place of the one with its id.
     *
     * @param toml null if there is to be none
     */
    public void put(RuleId id, byte @Nullable [] toml) throws IOException {
        write(file(id), toml);
    }

    /** Sets something for a rule in place of what was set before. */
    public void set(RuleId id, RuleOverlay overlay) throws IOException {
        byte[] toml = overlay.isEmpty() ? null : OverlayFile.text(overlay).getBytes(StandardCharsets.UTF_8);
        write(overlays.resolve(id + EXTENSION), toml);
    }

    private static void write(Path file, byte @Nullable [] content) throws IOException {
        if (content == null) {
            DurableFile.delete(file);
        } else {
            DurableFile.write(file, content);
        }
    }

    /** What was set for rules, by their ids, and the files that say nothing of the kind. */
    record Overlays(Map<RuleId, RuleOverlay> byId, List<RuleFile.Rejected> broken) {

        Overlays {
            byId = Map.copyOf(byId);
            broken = List.copyOf(broken);
        }
    }
}
