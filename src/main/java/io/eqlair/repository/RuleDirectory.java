package io.eqlair.repository;

import io.eqlair.problem.Problem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files below a directory. Visits them first, then reads them in the order of their paths. */
final class RuleDirectory extends SimpleFileVisitor<Path> {

    private final Path root;
    private final RuleLoading loading;
    private final Map<Path, Optional<IOException>> found = new TreeMap<>();
    private boolean tooMany;

    private RuleDirectory(Path root, RuleLoading loading) {
        this.root = root;
        this.loading = loading;
    }

    static void load(Path root, RuleLoading loading) {
        RuleDirectory directory = new RuleDirectory(root, loading);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, directory);
        } catch (IOException e) {
            loading.unreadable(root.toString(), e);
        }
        if (directory.found.isEmpty() && !directory.tooMany) {
            loading.reject(root.toString(), Problem.RULE_LOCATION_EMPTY, root);
        }
        directory.found.forEach(directory::read);
        if (directory.tooMany) {
            loading.tooManyFiles(root.toString());
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return FileKind.isHidden(directory, root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        return note(file, Optional.empty());
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return note(file, Optional.of(e));
    }

    private FileVisitResult note(Path file, Optional<IOException> failure) {
        if (found.size() >= loading.room()) {
            tooMany = true;
            return FileVisitResult.TERMINATE;
        }
        found.put(file, failure);
        return FileVisitResult.CONTINUE;
    }

    private void read(Path file, Optional<IOException> failure) {
        String origin = file.toString();
        if (failure.isPresent()) {
            loading.unreadable(origin, failure.get());
        } else {
            loading.found(origin, () -> Files.newInputStream(file));
        }
    }
}
