package io.eqlair.repository;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who changed what: a file to which one line is added for each change, before it is made, and of which nothing is ever
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
    public synchronized void append(AuditEntry entry) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            DurableFile.writeAll(channel, line);
        }
    }

    /**
     * The latest changes, the last one first.
     *
     * @param ruleId only those of this rule; null for all
     * @param most how many, at most
     */
    public synchronized List<AuditEntry> latest(@Nullable String ruleId, int most) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Deque<AuditEntry> latest = new ArrayDeque<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AuditEntry entry = entry(line);
                if (entry != null && (ruleId == null || ruleId.equalsIgnoreCase(entry.ruleId()))) {
                    latest.addLast(entry);
                }
                if (latest.size() > most) {
                    latest.removeFirst();
                }
            }
        }
        List<AuditEntry> newestFirst = new ArrayList<>(latest);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Null for a line that was broken off when the power failed. */
    private static @Nullable AuditEntry entry(String line) {
        try {
            return JSON.readValue(line, AuditEntry.class);
        } catch (JacksonException brokenOff) {
            return null;
        }
    }
}
