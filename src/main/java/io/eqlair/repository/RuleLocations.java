package io.eqlair.repository;

import io.eqlair.problem.Problem;
import io.eqlair.rule.RuleLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Where rules are kept: directories, archives, exports, single rules, and resources of the class path, read in the order
 * given.
 *
 * <p>A directory is walked to the bottom in the order of names, and an archive (zip, tar, tar.gz) like it. Their {@code
 * *.toml}, {@code *.json} and {@code *.ndjson} files are read as far as they hold rules; everything else is skipped, and
 * directories whose name begins with a dot are not looked into. Links of a directory are followed, as a Kubernetes ConfigMap
 * is mounted as links into a directory with dots. A file that is named itself is read whatever its name: its content says
 * what it is.
 *
 * <p>{@code classpath:rules/} stands for the files that {@code rules/index.txt} lists, one path per line: the names in a
 * jar cannot be listed in a way that works for every kind of class loader.
 */
public final class RuleLocations {

    private static final String CLASSPATH = "classpath:";
    private static final String INDEX = "index.txt";

    private final List<String> locations;
    private final RuleLimits limits;

    public RuleLocations(List<String> locations, RuleLimits limits) {
        this.locations = List.copyOf(locations);
        this.limits = limits;
    }

    /** Reads everything anew. Of two rules with the same id the first stays, the second is rejected. */
    public RuleLoad load() {
        RuleLoading loading = new RuleLoading(limits);
        locations.forEach(location -> load(location, loading));
        return loading.done();
    }

    /** The locations that are files or directories. */
    List<String> paths() {
        return locations.stream()
                .filter(location -> !location.startsWith(CLASSPATH))
                .toList();
    }

    private static void load(String location, RuleLoading loading) {
        if (location.startsWith(CLASSPATH)) {
            loadResources(location, loading);
        } else {
            loadPath(location, loading);
        }
    }

    private static void loadPath(String location, RuleLoading loading) {
        try {
            Path path = Path.of(location);
            if (Files.isDirectory(path)) {
                RuleDirectory.load(path, loading);
            } else if (Files.exists(path)) {
                NamedFile.load(location, () -> Files.newByteChannel(path), loading);
            } else {
                loading.reject(path.toString(), Problem.RULE_LOCATION_MISSING, location);
            }
        } catch (InvalidPathException e) {
            loading.reject(location, Problem.RULE_LOCATION_MISSING, location);
        }
    }

    private static void loadResources(String location, RuleLoading loading) {
        if (FileKind.of(location) != FileKind.OTHER) {
            NamedFile.load(location, () -> inMemory(location), loading);
            return;
        }
        String directory = location.endsWith("/") ? location : location + "/";
        try (InputStream index = resource(directory + INDEX)) {
            String names = new String(index.readAllBytes(), StandardCharsets.UTF_8);
            names.lines().forEach(name -> loading.read(directory + name, () -> resource(directory + name)));
        } catch (IOException e) {
            loading.reject(location, Problem.RULE_LOCATION_MISSING, location);
        }
    }

    private static SeekableByteChannel inMemory(String location) throws IOException {
        try (InputStream input = resource(location)) {
            return new SeekableInMemoryByteChannel(input.readAllBytes());
        }
    }

    private static InputStream resource(String location) throws IOException {
        InputStream stream =
                RuleLocations.class.getClassLoader().getResourceAsStream(location.substring(CLASSPATH.length()));
        if (stream == null) {
            throw new NoSuchFileException(location, null, "there is no such resource");
        }
        return stream;
    }
}
