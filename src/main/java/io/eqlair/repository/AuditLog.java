package io.eqlair.repository;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who changed what: a file to which one line is added for each change, before it is made (keys: before they are handed out), and of which nothing is ever
 * removed. Thread-safe.
 *
 * <pre>
 * {"at":"2026-11-22T10:00:00Z","actor":"anonymous","address":"127.0.0.1","action":"put","rule_id":"adb9…","before":null,"after":"5c1e…"}
 * </pre>
 */
public final class AuditLog {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Path file;

    /** A log in a file, which is made with the first change. */
    public AuditLog(Path file) {
        this.file = file;
    }

    /** Adds a line, which is on the disk when this returns. */
    public void append(AuditEntry entry) throws IOException {
        append(List.of(entry));
    }

    /** Adds a line for each of several changes, which are on the disk when this returns. */
    public synchronized void append(List<AuditEntry> entries) throws IOException {
        OwnerOnly.makeDirectoriesAbove(file);
        StringBuilder lines = new StringBuilder(isBrokenOff() ? "\n" : "");
        entries.forEach(entry -> lines.append(JSON.writeValueAsString(entry)).append('\n'));
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.ofFile(file))) {
            DurableFile.writeAll(channel, lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether the last line has no end, as the power or the disk gave out. */
    private boolean isBrokenOff() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            return bytes.length() > 0 && bytes.read() != '\n';
        }
    }

    /**
     * The latest changes.
     *
     * @param ruleId only those of this rule; null for all
     * @param most how many, at most
     */
    public Latest latest(@Nullable String ruleId, int most) throws IOException {
        Deque<AuditEntry> latest = new ArrayDeque<>();
        int unreadable = 0;
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AuditEntry entry = entry(line);
                if (entry == null) {
                    unreadable++;
                } else if (ruleId == null || ruleId.equalsIgnoreCase(entry.ruleId())) {
                    latest.addFirst(entry);
                }
                if (latest.size() > most) {
                    latest.removeLast();
                }
            }
        }
        return new Latest(List.copyOf(latest), unreadable);
    }

    /** Bytes that are no text stand for themselves: one broken line must not hide all others. */
    private BufferedReader open() throws IOException {
        try {
            return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException nothingYet) {
            return new BufferedReader(Reader.nullReader());
        }
    }

    /** Null for a line that was broken off. */
    private static @Nullable AuditEntry entry(String line) {
        try {
            return JSON.readValue(line, AuditEntry.class);
        } catch (JacksonException brokenOff) {
            return null;
        }
    }

    /**
     * The latest changes.
     *
     * @param entries the last one first
     * @param unreadable lines that were broken off
     */
    public record Latest(List<AuditEntry> entries, int unreadable) {}
}
