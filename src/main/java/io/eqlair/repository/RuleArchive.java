package io.eqlair.repository;

import io.eqlair.problem.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files in an archive, which are found as those below a directory are: in the order of their names, but for what lies
 * below a directory with a dot. They are kept in memory and never written anywhere, so that their names can do no harm.
 *
 * <pre>
 * rules.zip   linux/a.toml    rules.zip!/linux/a.toml
 * </pre>
 */
final class RuleArchive {

    private final String origin;
    private final RuleLoading loading;
    private final Unpacked unpacked;

    /**
     * What to do with each file, by its name. Of two with the same name the later replaces the earlier, as it does when a
     * tar is unpacked.
     */
    private final Map<String, Consumer<String>> files = new TreeMap<>();

    private RuleArchive(String origin, RuleLoading loading) {
        this.origin = origin;
        this.loading = loading;
        this.unpacked = new Unpacked(loading.limits().unpackedBytes());
    }

    /** Loads an archive; if it is damaged, or holds too much, then what was read before that. */
    static void load(String origin, RuleLoading loading, Reading reading) {
        RuleArchive archive = new RuleArchive(origin, loading);
        try {
            reading.readInto(archive);
            archive.found();
        } catch (Unpacked.TooMuch e) {
            archive.found();
            int most = loading.limits().unpackedBytes();
            loading.reject(origin, Problem.RULE_ARCHIVE_TOO_LARGE, most, archive.files.size());
        } catch (IOException | IllegalArgumentException e) {
            archive.found();
            damaged(origin, loading, e, archive.files.size());
        }
    }

    /** The lines of an export count as files, so that there may be room for fewer of the others than at first. */
    private void found() {
        int most = loading.room();
        int count = 0;
        for (Map.Entry<String, Consumer<String>> file : files.entrySet()) {
            if (count++ == most || loading.room() == 0) {
                loading.tooManyFiles(origin);
                return;
            }
            file.getValue().accept(origin + "!/" + file.getKey());
        }
    }

    /** An archive that cannot be read to its end. */
    static void damaged(String origin, RuleLoading loading, Exception e, int before) {
        String message = e.getMessage();
        if (e instanceof EOFException || message == null) {
            loading.reject(origin, Problem.RULE_ARCHIVE_CUT, before);
        } else {
            loading.reject(origin, Problem.RULE_ARCHIVE_DAMAGED, message.replaceAll("[.\\s]+$", ""), before);
        }
    }

    /** The whole archive cannot be read. */
    void reject(Problem problem) {
        loading.reject(origin, problem);
    }

    /** A stream that counts as unpacked. */
    InputStream unpack(InputStream input) {
        return unpacked.through(input);
    }

    /** A file in the archive; it is opened only if its name says that it may hold rules. */
    void file(String name, RuleLoading.Opening file) throws IOException {
        if (FileKind.isBelowHidden(name) || files.size() > loading.room()) {
            return;
        }
        byte[] content = switch (FileKind.of(name)) {
            case RULE -> content(file);
            case EXPORT -> export(file);
            case ARCHIVE, HIDDEN, OTHER -> new byte[0];
        };
        files.put(name, as -> loading.found(as, () -> new ByteArrayInputStream(content)));
    }

    private byte[] content(RuleLoading.Opening file) throws IOException {
        try (InputStream input = file.open()) {
            return input.readNBytes(loading.limits().fileBytes() + 1);
        }
    }

    /** What begins with a rule; of another file nothing. */
    private byte[] export(RuleLoading.Opening file) throws IOException {
        try (InputStream input = new BufferedInputStream(file.open())) {
            return RuleExport.begins(input, loading.limits()) ? input.readAllBytes() : new byte[0];
        }
    }

    /** A link in the archive, which leads to another of its files or out of it. */
    void link(String name) {
        if (!FileKind.isBelowHidden(name)) {
            files.put(name, as -> loading.skip(as, Problem.RULE_SKIPPED_LINK));
        }
    }

    /** A file in the archive that cannot be read, while others can. */
    void unreadable(String name, Problem problem) {
        if (!FileKind.isBelowHidden(name)) {
            files.put(name, as -> loading.reject(as, problem));
        }
    }

    /** Goes through an archive and names its files. */
    @FunctionalInterface
    interface Reading {
        void readInto(RuleArchive archive) throws IOException;
    }
}
