package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.Discovery;
import io.eqlair.rule.RuleFile;
import io.eqlair.rule.RuleFileReader;
import io.eqlair.rule.RuleId;
import io.eqlair.rule.RuleLimits;
import java.io.BufferedInputStream;
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
    private final List<Supplier<RuleLoad>> parts = new ArrayList<>();
    private final Map<RuleId, String> taken = new HashMap<>();
    private int files;

    RuleLoading(RuleLimits limits) {
        this.limits = limits;
        this.reader = new RuleFileReader(limits);
    }

    RuleLimits limits() {
        return limits;
    }

    /** How many more files may be visited. */
    int room() {
        return Math.max(0, limits.files() - files);
    }

    void skip(String origin, Problem reason) {
        add(() -> RuleLoad.of(Skipped.of(origin, reason)));
    }

    /** A file that somebody named, so that it is to be a rule. */
    void read(String origin, Opening file) {
        add(() -> RuleLoad.of(content(origin, file)));
    }

    private RuleFile content(String origin, Opening file) {
        try (InputStream input = file.open()) {
            return reader.read(start(input), origin);
        } catch (IOException e) {
            return unread(origin, e);
        }
    }

    /** Of a file no more is fetched than it takes to see that it is too large. */
    private byte[] start(InputStream input) throws IOException {
        return input.readNBytes(limits.fileBytes() + 1);
    }

    /** A file that was found among others: its name says how it is to be read, its content whether it is a rule. */
    void found(String origin, Opening file) {
        switch (FileKind.of(origin)) {
            case RULE -> add(() -> discovered(origin, file));
            case EXPORT -> foundExport(origin, file);
            case ARCHIVE -> skip(origin, Problem.RULE_SKIPPED_ARCHIVE);
            case HIDDEN -> skip(origin, Problem.RULE_SKIPPED_HIDDEN);
            case OTHER -> skip(origin, Problem.RULE_SKIPPED_NAME);
        }
    }

    private RuleLoad discovered(String origin, Opening file) {
        try (InputStream input = file.open()) {
            return switch (reader.discover(start(input), origin)) {
                case Discovery.Found found -> RuleLoad.of(found.file());
                case Discovery.NoRule none -> RuleLoad.of(Skipped.of(origin, none.reason()));
            };
        } catch (IOException e) {
            return RuleLoad.of(unread(origin, e));
        }
    }

    private void foundExport(String origin, Opening file) {
        try (InputStream input = new BufferedInputStream(file.open())) {
            if (RuleExport.begins(input, limits)) {
                export(origin, input);
            } else {
                skip(origin, Problem.RULE_SKIPPED_NO_EXPORT);
            }
        } catch (IOException e) {
            unreadable(origin, e);
        }
    }

    /** Lines of which each may be a rule. */
    void export(String origin, InputStream input) throws IOException {
        RuleExport export = new RuleExport(origin, reader);
        boolean whole = export.fetch(input, limits, room());
        files += export.size();
        parts.add(export::load);
        if (!whole) {
            reject(origin, Problem.RULE_EXPORT_TOO_LARGE, limits.unpackedBytes(), export.size());
        }
    }

    void unreadable(String origin, IOException e) {
        add(() -> RuleLoad.of(unread(origin, e)));
    }

    private static RuleFile unread(String origin, IOException e) {
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getClass().getSimpleName();
        return RuleFile.Rejected.of(origin, Problem.RULE_FILE_UNREADABLE, reason);
    }

    void tooManyFiles(String origin) {
        reject(origin, Problem.RULE_FILES_TOO_MANY, limits.files());
    }

    void reject(String origin, Problem problem, Object... args) {
        parts.add(() -> RuleLoad.of(RuleFile.Rejected.of(origin, problem, args)));
    }

    private void add(Supplier<RuleLoad> file) {
        files++;
        parts.add(file);
    }

    RuleLoad done() {
        RuleLoad read = RuleLoad.of(parts.parallelStream().map(Supplier::get).toList());
        List<RuleFile> known = new ArrayList<>();
        for (RuleFile file : read.files()) {
            known.add(file instanceof RuleFile.Loaded loaded ? unlessTaken(loaded) : file);
        }
        return new RuleLoad(known, read.skipped());
    }

    private RuleFile unlessTaken(RuleFile.Loaded loaded) {
        String first = taken.putIfAbsent(loaded.rule().id(), loaded.origin());
        return first == null ? loaded : loaded.refusedAsDuplicate(first);
    }

    /** Opens a file for reading. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}
