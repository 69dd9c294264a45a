package io.eqlair.ingest.otlp;

import io.eqlair.ecs.FieldList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute becomes which field. Immutable once read.
 *
 * <pre>
 * own      host.name -> [host, name]        labels -> [labels], and all below it
 * mapped   os.type   -> [host, os, type] by OS_TYPE, [host, os, platform]
 * </pre>
 */
final class AttributeTable {

    private static final String RESOURCE = "/otlp/attributes.txt";
    private static final String BELOW = ".*";

    /** Fields that keep their names; those below which every name is kept are {@code open}. */
    private final Map<String, List<String>> own = new HashMap<>();

    private final Map<String, List<String>> open = new HashMap<>();
    private final Map<String, List<Mapped>> mapped = new HashMap<>();

    /** Characters of the longest name in {@code open}: nobody looks further into a name that is longer. */
    private int longestOpen;

    /** A field that an attribute becomes, as the keys on the way to it. */
    record Mapped(List<String> path, Conversion conversion) {}

    private AttributeTable(Stream<String> lines) {
        lines.forEach(this::read);
    }

    /** The one that is shipped, with all fields of ECS. */
    static AttributeTable shipped() {
        return new AttributeTable(Stream.concat(FieldList.shipped().stream(), lines().stream()));
    }

    /** The lines that say something, as they are shipped. */
    static List<String> lines() {
        try (InputStream input = Objects.requireNonNull(AttributeTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return FieldList.of(new String(input.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        String[] words = line.split(" ", -1);
        if (words.length > 2) {
            Conversion conversion = words.length > 3 ? Conversion.named(words[3]) : Conversion.NONE;
            mapped.computeIfAbsent(words[0], first -> new ArrayList<>()).add(new Mapped(path(words[2]), conversion));
        } else if (line.endsWith(BELOW)) {
            String name = line.substring(0, line.length() - BELOW.length());
            open.put(name, path(name));
            longestOpen = Math.max(longestOpen, name.length());
        } else {
            own.put(line, path(line));
        }
    }

    private static List<String> path(String name) {
        return List.of(name.split("\\.", -1));
    }

    /** The way to the field that has the name; null where there is no such field. Below what is open the rest is one key. */
    @Nullable
    List<String> own(String name) {
        List<String> known = own.get(name);
        if (known != null) {
            return known;
        }
        for (int dot = name.indexOf('.'); dot > 0 && dot <= longestOpen; dot = name.indexOf('.', dot + 1)) {
            List<String> above = open.get(name.substring(0, dot));
            if (above != null) {
                List<String> path = new ArrayList<>(above);
                path.add(name.substring(dot + 1));
                return path;
            }
        }
        return null;
    }

    /** What else an attribute becomes. */
    List<Mapped> mapped(String name) {
        return mapped.getOrDefault(name, List.of());
    }
}
