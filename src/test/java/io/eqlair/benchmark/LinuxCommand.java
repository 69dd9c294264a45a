package io.eqlair.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that the generated hosts run: a line of {@code linux-commands.txt}.
 *
 * @param often of some thousand
 * @param user who runs it, {@code any} for those who log in
 * @param parent the executable that starts it
 * @param arguments behind the executable, with placeholders such as {@code {file}}
 */
record LinuxCommand(int often, String user, String parent, String executable, List<String> arguments) {

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    static List<LinuxCommand> all() {
        return lines("linux-commands.txt").stream().map(LinuxCommand::parse).toList();
    }

    /** The lines of a resource that are not comments. */
    static List<String> lines(String resource) {
        try (InputStream bytes = LinuxCommand.class.getResourceAsStream("/benchmark/" + resource)) {
            return new String(present(bytes).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream present(@Nullable InputStream bytes) {
        if (bytes == null) {
            throw new IllegalStateException("resource must be on the class path");
        }
        return bytes;
    }

    private static LinuxCommand parse(String line) {
        List<String> words = new ArrayList<>();
        WORD.matcher(line)
                .results()
                .map(found -> found.group())
                .map(word -> word.startsWith("'") ? word.substring(1, word.length() - 1) : word)
                .forEach(words::add);
        return new LinuxCommand(
                Integer.parseInt(words.get(0)),
                words.get(1),
                words.get(2),
                words.get(3),
                List.copyOf(words.subList(4, words.size())));
    }

    /** The last step of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
