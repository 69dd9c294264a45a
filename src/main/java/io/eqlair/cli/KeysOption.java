package io.eqlair.cli;

import io.eqlair.access.ApiKeys;
import io.eqlair.problem.Problem;
import io.eqlair.repository.AuditEntry;
import io.eqlair.repository.AuditLog;
import io.eqlair.repository.DurableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** The option {@code --data-dir}, the keys that are there, and the log of who changed them. */
final class KeysOption {

    private static final String HERE = "this machine";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:EQLAIR_DATA_DIR:-./data}",
            description = "Where the service keeps its data (eqlair.data.dir); by default EQLAIR_DATA_DIR, or ./data.")
    private Path directory = Path.of("data");

    /** The keys of the directory. */
    ApiKeys open() {
        try {
            return new ApiKeys(directory, InstantSource.system());
        } catch (IOException unreadable) {
            throw new CommandFailed(
                    Problem.KEYS_UNREADABLE, directory.toAbsolutePath(), String.valueOf(unreadable.getMessage()));
        }
    }

    /** Who calls the command, as the audit log has it. */
    static String actor() {
        return System.getProperty("user.name", "somebody") + " (command line)";
    }

    /** Notes down what was done, or is about to be. */
    void note(String action, String id, String detail) throws IOException {
        Path file = directory.resolve("audit.ndjson");
        new AuditLog(file)
                .append(AuditEntry.ofKey(InstantSource.system().instant(), actor(), HERE, action, id, detail));
        DurableFile.giveToOwnerOfDirectory(file);
    }

    /** The disk is full, or not ours to write to. */
    static CommandFailed notKept(IOException why) {
        return new CommandFailed(Problem.KEYS_NOT_KEPT, String.valueOf(why.getMessage()));
    }
}
