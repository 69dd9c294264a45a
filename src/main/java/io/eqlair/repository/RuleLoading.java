package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import io.eqlair.rule.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One load: what is to be read, and what became of it. The files are read at the end, on all cores; ids are given to rules
 * in the order of the files. Not thread-safe: it belongs to one load.
 */
final class RuleLoading {

    private final RuleLimits limits;
    private final RuleFileReader reader;
    private final List<Supplier<RuleFile>> files = new ArrayList<>();
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

    void read(String origin, Opening file) {
        files.add(() -> content(origin, file));
    }

    /** Of a file no more is fetched than it takes to see that it is too large. */
    private RuleFile content(String origin, Opening file) {
        try (InputStream input = file.open()) {
            return reader.read(input.readNBytes(limits.fileBytes() + 1), origin);
        } catch (IOException e) {
            return unread(origin, e);
        }
    }

    void unreadable(String origin, IOException e) {
        files.add(() -> unread(origin, e));
    }

    private static RuleFile unread(String origin, IOException e) {
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getClass().getSimpleName();
        return rejected(origin, Problem.RULE_FILE_UNREADABLE, reason);
    }

    void tooManyFiles(String origin) {
        reject(origin, Problem.RULE_FILES_TOO_MANY, limits.files());
    }

    void reject(String origin, Problem problem, Object... args) {
        files.add(() -> rejected(origin, problem, args));
    }

    private static RuleFile rejected(String origin, Problem problem, Object... args) {
        return new RuleFile.Rejected(origin, RuleProblem.of(problem, origin, null, args));
    }

    RuleLoad done() {
        List<RuleFile> read = files.parallelStream().map(Supplier::get).toList();
        List<RuleFile> known = new ArrayList<>();
        for (RuleFile file : read) {
            known.add(file instanceof RuleFile.Loaded loaded ? unlessTaken(loaded) : file);
        }
        return new RuleLoad(known, skipped);
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
