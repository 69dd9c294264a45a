package io.eqlair.access;

import io.eqlair.repository.DurableFile;
import io.eqlair.repository.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The file with the keys, which several processes read and write. Thread-safe. */
final class KeyFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path file;
    private final Path lock;

    KeyFile(Path directory) {
        this.file = directory.resolve("keys.json");
        this.lock = directory.resolve("keys.lock");
    }

    /** What is in the file. */
    record Content(List<ApiKey> keys) {

        Content {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Which file it is, to see whether it is still the same: each change puts another one in its place.
     *
     * @param key what the system knows it by; null where it does not tell
     */
    record Stamp(long modified, long size, @Nullable Object key) {

        static final Stamp MISSING = new Stamp(-1, -1, null);
    }

    Stamp stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size(), attributes.fileKey());
        } catch (NoSuchFileException missing) {
            return Stamp.MISSING;
        }
    }

    /** The keys; none where there is no file. */
    List<ApiKey> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            return List.of();
        }
        try {
            return JSON.readValue(bytes, Content.class).keys();
        } catch (JacksonException malformed) {
            throw new IOException(file + " is not a list of keys", malformed);
        }
    }

    /** Reads, changes and writes the keys, while no other process does. */
    synchronized List<ApiKey> change(UnaryOperator<List<ApiKey>> change) throws IOException {
        OwnerOnly.makeDirectoriesAbove(file);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock unused = channel.lock(); // until the channel is closed
            List<ApiKey> keys = List.copyOf(change.apply(read()));
            DurableFile.writePrivate(file, JSON.writeValueAsBytes(new Content(keys)));
            DurableFile.giveToOwnerOfDirectory(lock);
            return keys;
        }
    }
}
