package io.eqlair.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A directory of rule files for tests: a rule is known by a letter, which gives its file and the end of its id. */
public final class RuleFolder {

    private final Path directory;

    public RuleFolder(Path directory) {
        this.directory = directory;
    }

    public static String id(String name) {
        return "00000000-0000-4000-8000-0000000000" + (name.length() == 1 ? "0" : "") + name.toLowerCase(Locale.ROOT);
    }

    public Path path() {
        return directory;
    }

    public Path file(String name) {
        return directory.resolve(name + ".toml");
    }

    /** Writes a rule whose query is given. */
    public void write(String name, String query) throws IOException {
        writeText(name, toml(id(name), "Rule " + name, query));
    }

    public void writeText(String name, String text) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(file(name), text);
    }

    public void remove(String name) throws IOException {
        Files.delete(file(name));
    }

    /** A rule file. */
    public static String toml(String id, String name, String query) {
        return """
                [rule]
                rule_id = "%s"
                name = "%s"
                type = "eql"
                severity = "low"
                risk_score = 21
                query = '''%s'''
                """.formatted(id, name, query);
    }
}
