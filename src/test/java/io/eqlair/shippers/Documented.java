package io.eqlair.shippers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations as the documentation shows them. */
final class Documented {

    private static final Path SHIPPERS = Path.of("docs/SHIPPERS.md");
    private static final String FENCE = "```";

    private Documented() {}

    /** The first block of code behind a heading. */
    static String configuration(String heading) {
        try {
            String text = Files.readString(SHIPPERS);
            int section = text.indexOf("\n### " + heading + "\n");
            int start = text.indexOf('\n', text.indexOf("\n" + FENCE, section) + 1) + 1;
            if (section < 0 || start == 0) {
                throw new IllegalStateException(SHIPPERS + " has no configuration behind the heading " + heading);
            }
            return text.substring(start, text.indexOf(FENCE, start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
