package io.eqlair.rule;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One load while it goes on: what was read so far, and which ids are taken. Not thread-safe: it belongs to one load. */
final class RuleLoading {

    private final RuleLimits limits;
    private final RuleFileReader reader;
    private final List<RuleFile> files = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Map<RuleId, String> taken = new HashMap<>();

    RuleLoading(RuleLimits limits) {
        this.limits = limits;
        this.reader = new RuleFileReader(limits);
    }

    /** How many more files may be visited. */
    int room() {
        return limits.files() - files.size() - skipped.size();
    }

    void skip(String origin) {
        skipped.add(origin);
    }

    /** Reads a file, of which no more is fetched than it takes to see that it is too large. */
    void read(String origin, Opening file) {
        try (InputStream input = file.open()) {
            add(reader.read(input.readNBytes(limits.fileBytes() + 1), origin));
        } catch (IOException e) {
            unreadable(origin, e);
        }
    }

    void unreadable(String origin, IOException e) {
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getClass().getSimpleName();
        reject(origin, Problem.RULE_FILE_UNREADABLE, reason);
    }

    void tooManyFiles(String origin) {
        reject(origin, Problem.RULE_FILES_TOO_MANY, limits.files());
    }

    void reject(String origin, Problem problem, Object... args) {
        files.add(new RuleFile.Rejected(origin, RuleProblem.of(problem, origin, null, args)));
    }

    RuleLoad done() {
        return new RuleLoad(files, skipped);
    }

    private void add(RuleFile file) {
        files.add(file instanceof RuleFile.Loaded loaded ? unlessTaken(loaded) : file);
    }

    private RuleFile unlessTaken(RuleFile.Loaded loaded) {
        Rule rule = loaded.rule();
        String first = taken.putIfAbsent(rule.id(), loaded.origin());
        if (first == null) {
            return loaded;
        }
        RuleProblem problem =
                RuleProblem.of(Problem.RULE_ID_DUPLICATE, loaded.origin(), loaded.idPosition(), rule.id(), first);
        return new RuleFile.Rejected(loaded.origin(), rule.id().toString(), rule.name(), List.of(problem));
    }

    /** Opens a file for reading. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}
