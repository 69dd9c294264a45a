package io.eqlair.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Test cases that are files below {@code src/test/resources}: an input, and beside it the expected text. Run with {@code
 * -Deqlair.rewrite=true} to write what comes out over what was expected, and review the difference.
 */
public final class CaseFiles {
    private static final Path ROOT = Path.of("src/test/resources");

    private CaseFiles() {}

    /** The files of a directory with an ending, in the order of names. */
    public static List<Path> in(String directory, String ending) {
        try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares with the text in the file beside the case that has another ending. */
    public static void assertExpected(Path caseFile, String ending, String actual) throws IOException {
        String name = caseFile.getFileName().toString();
        Path expected = caseFile.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
        if (Boolean.getBoolean("eqlair.rewrite")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
