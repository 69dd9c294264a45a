package io.eqlair.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is expected to make of some events.
 *
 * @param name one sentence; the name of the file where it says none
 * @param alerts how many the rule must raise
 * @param index of the events that name none
 */
record TestCase(
        String name,
        String ruleId,
        int alerts,
        Events events,
        @Nullable String index) {

    /** Where the events are. */
    sealed interface Events {

        /** The events, to be read once. */
        InputStream open() throws IOException;

        /** In the case itself: a JSON array, or NDJSON. */
        record Inline(String json) implements Events {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
            }
        }

        /** In a file of their own, which may be packed. */
        record InFile(Path file) implements Events {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        }
    }
}
