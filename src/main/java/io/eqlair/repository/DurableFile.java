package io.eqlair.repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files so that whoever reads one finds its old content or its new, also after the power failed. */
public final class DurableFile {

    private static final Logger LOG = LoggerFactory.getLogger(DurableFile.class);

    private DurableFile() {}

    /** Puts a file in place of the one that is there, if one is; directories above are made. */
    static void write(Path file, byte[] content) throws IOException {
        OwnerOnly.makeDirectoriesAbove(file);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, content);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(file);
    }

    /**
     * As {@link #write}, but nobody else may read it than its owner, who is that of the directory: so the service can read what an
     * administrator writes beside it.
     */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        OwnerOnly.makeDirectoriesAbove(file);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, OwnerOnly.ofFile(file))) {
            writeAll(channel, content);
        }
        giveToOwnerOfDirectory(beside);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(file);
    }

    /** Only an administrator can, and only an administrator needs to. */
    public static void giveToOwnerOfDirectory(Path file) throws IOException {
        UserPrincipal owner = Files.getOwner(file.toAbsolutePath().getParent());
        if (!owner.equals(Files.getOwner(file))) {
            try {
                Files.setOwner(file, owner);
            } catch (IOException notAllowed) {
                LOG.warn("{} belongs to another user than its directory, who may be unable to read it.", file);
            }
        }
    }

    /** Removes a file, if it is there. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            forceNames(file);
        }
    }

    /** Puts on the disk which files there are in the directory of one; not every system knows how. */
    public static void forceNames(Path file) {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException unknownHere) {
            LOG.debug("Directories cannot be forced to the disk here.", unknownHere);
        }
    }

    /** Writes all bytes, and returns once they are on the disk. */
    public static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }
}
