package io.eqlair.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds cases. */
final class CaseFolder {

    private CaseFolder() {}

    /** The files below a directory whose name says that they are cases, in the order of their paths; a file is a case itself. */
    static List<Path> cases(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place.normalize());
        }
        try (Stream<Path> files =
                Files.find(place, Integer.MAX_VALUE, (file, is) -> is.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> isCase(place.relativize(file)))
                    .map(Path::normalize)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCase(Path file) {
        String name = file.getFileName().toString();
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return name.endsWith(".json") || name.endsWith(".toml");
    }
}
