package io.eqlair.sink;

import io.eqlair.alert.Alert;
import io.eqlair.format.AlertFormat;
import io.eqlair.repository.DurableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;

/**
 * A file of one document a line. It is opened for each batch, so that others may move it away, and is on the disk before a batch
 * counts as taken.
 *
 * <pre>
 * alerts.ndjson    the latest
 * alerts.ndjson.1  full; made of the former when a batch would not have fitted
 * alerts.ndjson.2  older; the last of those that are kept is removed
 * </pre>
 */
public final class FileSink implements Sink {

    private static final int MOST = 500;
    private static final int MOST_BYTES = 8 << 20;

    private final Path file;
    private final AlertFormat format;
    private final long rotateAt;
    private final int kept;

    /**
     * A file, which is made with the first alert.
     *
     * @param rotateAt bytes; a batch that would make it larger goes into a new one
     * @param kept how many full ones are kept beside it
     */
    public FileSink(Path file, AlertFormat format, long rotateAt, int kept) {
        this.file = file.toAbsolutePath();
        this.format = format;
        this.rotateAt = rotateAt;
        this.kept = kept;
    }

    @Override
    public String type() {
        return "file";
    }

    @Override
    public String target() {
        return file.toString();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<Receipt> deliver(List<Alert> batch) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int taken = 0;
        while (taken < batch.size() && lines.size() < MOST_BYTES) {
            for (byte[] document : Documents.of(batch.get(taken), format)) {
                lines.writeBytes(document);
                lines.write('\n');
            }
            taken++;
        }
        return Collections.nCopies(taken, append(lines.toByteArray()));
    }

    private Receipt append(byte[] lines) {
        try {
            Files.createDirectories(file.getParent());
            boolean isNew = rotate(lines.length) || !Files.exists(file);
            write(lines);
            if (isNew) {
                DurableFile.forceNames(file);
            }
            return new Receipt.Taken();
        } catch (IOException failed) {
            return Receipt.Later.unanswered("The file cannot be written: " + failed);
        }
    }

    private void write(byte[] lines) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            LastLine.mend(channel, file);
            long end = channel.size();
            try {
                DurableFile.writeAll(channel.position(end), lines);
            } catch (IOException failed) {
                channel.truncate(end); // all of it comes again
                throw failed;
            }
        }
    }

    private boolean rotate(int more) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0 || Files.size(file) + more <= rotateAt) {
            return false;
        }
        mendBeforeItGoes();
        for (int number = kept; number > 0; number--) {
            Path younger = number == 1 ? file : numbered(number - 1);
            if (Files.exists(younger)) {
                Files.move(younger, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.deleteIfExists(file) || !Files.exists(file);
    }

    private void mendBeforeItGoes() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            LastLine.mend(channel, file);
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() {}
}
