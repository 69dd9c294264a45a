package io.eqlair.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that nobody may read but their owner, where the system has such rights (POSIX). */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes a directory and those above, if they are not there; what is there keeps its rights. */
    static void makeDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, rights(directory, "rwx------"));
    }

    /** The same for the directory that a file is to be in. */
    public static void makeDirectoriesAbove(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            makeDirectories(directory);
        }
    }

    /** What a new file is made with. */
    public static FileAttribute<?>[] ofFile(Path file) {
        return rights(file, "rw-------");
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        return hasRights(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean hasRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Whether every user of the machine may read what is in a directory. */
    static boolean isOpenToOthers(Path directory) throws IOException {
        return hasRights(directory)
                && Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_EXECUTE);
    }
}
