package io.eqlair.repository;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the name of a file says of what is in it. */
enum FileKind {
    /** One rule, or something else in the same notation: {@code .toml}, {@code .json}. */
    RULE,
    /** A rule to a line, or something else in the same notation: {@code .ndjson}. */
    EXPORT,
    /** Files in one: {@code .zip}, {@code .tar}, {@code .tar.gz}, {@code .tgz}. */
    ARCHIVE,
    /** Not for readers: its name begins with a dot. */
    HIDDEN,
    OTHER;

    /** The kind of a file with such a name, which may be a path with slashes. */
    static FileKind of(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (last.startsWith(".")) {
            return HIDDEN;
        }
        if (ends(last, ".toml", ".json")) {
            return RULE;
        }
        if (ends(last, ".zip", ".tar", ".tar.gz", ".tgz")) {
            return ARCHIVE;
        }
        return ends(last, ".ndjson") ? EXPORT : OTHER;
    }

    private static boolean ends(String name, String... endings) {
        return Stream.of(endings).anyMatch(name::endsWith);
    }

    /** Whether a directory below a root is one that is not visited. */
    static boolean isHidden(Path directory, Path root) {
        return !directory.equals(root) && directory.getFileName().toString().startsWith(".");
    }

    /** Whether a directory of the path is one that is not visited. */
    static boolean isBelowHidden(String path) {
        List<String> names = List.of(path.split("/"));
        return names.subList(0, Math.max(0, names.size() - 1)).stream()
                .anyMatch(name -> name.startsWith(".") && !name.equals(".") && !name.equals(".."));
    }
}
