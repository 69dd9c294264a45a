package io.eqlair.ecs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The list of fields that is shipped: one a line, {@code labels.*} for an object whose keys are open. */
public final class FieldList {

    private static final String RESOURCE = "/ecs/fields.txt";

    private FieldList() {}

    /** Reads the list. */
    public static List<String> shipped() {
        try (InputStream input = Objects.requireNonNull(FieldList.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return of(new String(input.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of a list; a line that is empty or begins with {@code #} says nothing. */
    public static List<String> of(Stream<String> lines) {
        return lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
}
