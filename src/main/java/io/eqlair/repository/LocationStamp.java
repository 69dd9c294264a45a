package io.eqlair.repository;

import io.eqlair.rule.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the files at the locations look from outside: names, sizes, and when they were written. Two stamps differ when some
 * file was added, removed or written in between. Looking takes a few microseconds a file, works on every kind of file
 * system, and sees what is swapped under a link, as Kubernetes does with a ConfigMap.
 */
public record LocationStamp(String digest) {

    /** Before anything was looked at. */
    static final LocationStamp NONE = new LocationStamp("");

    /** Looks at files and directories; resources of the class path do not change. */
    static LocationStamp of(List<String> locations) {
        Map<String, String> files = new TreeMap<>();
        locations.forEach(location -> look(location, files));
        MessageDigest digest = Sha256.digest();
        files.forEach((name, look) -> digest.update((name + "\n" + look + "\n").getBytes(StandardCharsets.UTF_8)));
        return new LocationStamp(HexFormat.of().formatHex(digest.digest()));
    }

    private static void look(String location, Map<String, String> files) {
        try {
            Path root = Path.of(location);
            Files.walkFileTree(
                    root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Look(root, files));
        } catch (InvalidPathException | IOException unreadable) {
            files.put(location, "unreadable");
        }
    }

    /** One walk. */
    private static final class Look extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Map<String, String> files;

        Look(Path root, Map<String, String> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return FileKind.isHidden(directory, root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            FileKind kind = FileKind.of(file.getFileName().toString());
            if (file.equals(root) || (kind != FileKind.OTHER && kind != FileKind.HIDDEN)) {
                files.put(
                        file.toString(),
                        attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.put(file.toString(), "unreadable");
            return FileVisitResult.CONTINUE;
        }
    }
}
