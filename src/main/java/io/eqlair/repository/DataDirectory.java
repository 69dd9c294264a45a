package io.eqlair.repository;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory with all that outlives the process. One service at a time has it: two would overwrite what the other remembers of
 * sequences. The system takes the lock back when the process ends, however it ends. Commands that make keys do without; those have a
 * lock of their own.
 */
public final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final Path path;
    private final FileChannel locked;

    private DataDirectory(Path path, FileChannel locked) {
        this.path = path;
        this.locked = locked;
    }

    /**
     * Takes a directory, and makes it if it is not there.
     *
     * @return nothing where another service has it
     * @throws IOException when it cannot be made or written to
     */
    public static Optional<DataDirectory> take(Path path) throws IOException {
        OwnerOnly.makeDirectories(path);
        if (OwnerOnly.isOpenToOthers(path)) {
            LOG.warn(
                    "Other users of this machine can read {}, which holds events and alerts: chmod 700 {}", path, path);
        }
        Path file = path.resolve("service.lock");
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.ofFile(file));
        if (isLocked(channel)) {
            return Optional.of(new DataDirectory(path, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(); // until the channel is closed
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        } catch (IOException impossible) {
            channel.close();
            throw impossible;
        }
    }

    public Path path() {
        return path;
    }

    /** Leaves it to others. */
    @Override
    public void close() throws IOException {
        locked.close();
    }
}
