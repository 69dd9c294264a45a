package io.eqlair.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, as the system properties {@code bench.*} say.
 *
 * @param rules a directory of rules; null for generated ones
 * @param events a file of events, one to a line, packed with gzip or not; null for the generated stream only
 * @param seed of everything that is generated or shuffled
 * @param quick whether a rough answer in a minute is wanted: fewer sizes and rounds, and the document is left as it is
 * @param document where the tables are written
 */
record Settings(@Nullable Path rules, @Nullable Path events, Set<Part> parts, long seed, boolean quick, Path document) {

    /** What can be measured alone. */
    enum Part {
        /** Events of all streams against rule sets of all sizes. */
        MATCH,
        /** Engine, interpreter and Lucene Monitor on the rules that Lucene can express. */
        PEERS,
        /** Two threads against one. */
        CORES,
        /** A start from nothing, and memory. */
        START,
        /** The service as a whole. */
        HTTP,
        /** What pending sequences cost. */
        SEQUENCES,
        /** What it costs to store alerts. */
        STORE
    }

    static Settings ofSystem() {
        return new Settings(
                path("bench.rules"),
                path("bench.events"),
                parts(property("bench.parts")),
                Long.parseLong(property("bench.seed").isEmpty() ? "1" : property("bench.seed")),
                Boolean.parseBoolean(property("bench.quick")),
                Path.of("docs", "BENCHMARKS.md"));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** How often everybody runs over a stream to be measured. */
    int rounds() {
        return quick ? 5 : 7;
    }

    /** How often before that, so that everything is compiled. */
    int warmUps() {
        return quick ? 2 : 3;
    }

    private static Set<Part> parts(String names) {
        if (names.isEmpty()) {
            return EnumSet.allOf(Part.class);
        }
        return Arrays.stream(names.split(","))
                .map(name -> Part.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private static @Nullable Path path(String name) {
        return property(name).isEmpty() ? null : Path.of(property(name));
    }

    private static String property(String name) {
        return System.getProperty(name, "").strip();
    }
}
