package io.eqlair.config;

import io.eqlair.repository.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of SQLite, which is made before SQLite makes it, and everybody could read it. What it makes beside has the same rights. */
final class DatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final String SQLITE = "jdbc:sqlite:";

    private DatabaseFile() {}

    /** Makes the file that an address names, {@code jdbc:sqlite:./data/alerts.db?…}, if it names one and there is none. */
    static void make(String url) {
        String name = url.startsWith(SQLITE) ? url.substring(SQLITE.length()).split("\\?", 2)[0] : "";
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
            return; // another database, one in memory, or an address within the address
        }
        Path file = Path.of(name);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, OwnerOnly.ofFile(file));
        } catch (IOException notNow) {
            LOG.debug("{} cannot be made yet; whoever needs it says why.", file, notNow);
        }
    }
}
