package io.eqlair.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents by their ids, one to a file: {@code exceptions/backup-agent.json}. What was written is on the disk when a call
 * returns. For one writer at a time.
 */
public final class DocumentFolder {

    private static final String EXTENSION = ".json";

    /** Nothing that leads out of the directory, or that some file system takes for something else. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    private final Path directory;
    private final int most;

    /**
     * A folder, which is made when something is first kept.
     *
     * @param most bytes of one document
     */
    public DocumentFolder(Path directory, int most) {
        this.directory = directory;
        this.most = most;
    }

    /** Whether a text can be the id of a document. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * A file of the folder.
     *
     * @param text null where it cannot be read
     * @param reason why it cannot; null where it can
     */
    public record Document(
            String id,
            Path file,
            @Nullable String text,
            @Nullable String reason) {}

    /** All documents, in the order of their ids. */
    public List<Document> load() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(this::read)
                    .toList();
        }
    }

    private Document read(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - EXTENSION.length());
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] content = bytes.readNBytes(most + 1);
            return content.length > most
                    ? new Document(id, file, null, "it has more than " + most + " bytes, the limit")
                    : new Document(id, file, new String(content, StandardCharsets.UTF_8), null);
        } catch (IOException e) {
            return new Document(id, file, null, String.valueOf(e.getMessage()));
        }
    }

    /** Keeps a document in place of the one with its id. */
    public void put(String id, byte[] content) throws IOException {
        DurableFile.write(file(id), content);
    }

    /** Removes a document, if it is there. */
    public void delete(String id) throws IOException {
        DurableFile.delete(file(id));
    }

    private Path file(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("id must be one: " + id);
        }
        return directory.resolve(id + EXTENSION);
    }
}
