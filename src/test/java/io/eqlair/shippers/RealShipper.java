package io.eqlair.shippers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A program that sends on the lines it is given. For one thread. */
abstract class RealShipper implements AutoCloseable {

    private static final Path ROOT = Path.of("target/shippers").toAbsolutePath();
    private static final Path UNPACKED = ROOT.resolve("root");

    private final String name;
    private @Nullable Process process;

    RealShipper(String name) {
        this.name = name;
    }

    /** rsyslog with a configuration of the documentation. */
    static RealShipper rsyslog(String heading) {
        return new Following("rsyslog", heading, UNPACKED.resolve("usr/sbin/rsyslogd")) {
            @Override
            List<String> arguments(Path directory, Path configuration) {
                Path modules = UNPACKED.resolve("usr/lib/x86_64-linux-gnu/rsyslog");
                return List.of("-n", "-f", configuration + "", "-i", directory.resolve("pid") + "", "-M", modules + "");
            }

            @Override
            String placed(String text, Path directory) {
                return text.replace("/var/spool/rsyslog", directory.toString());
            }
        };
    }

    /** syslog-ng with a configuration of the documentation. */
    static RealShipper syslogNg(String name, String heading) {
        return new Following(name, heading, UNPACKED.resolve("usr/sbin/syslog-ng")) {
            @Override
            List<String> arguments(Path directory, Path configuration) {
                Path modules = UNPACKED.resolve("usr/lib/syslog-ng/3.38");
                return List.of(
                        "--foreground",
                        "--no-caps",
                        "--cfgfile=" + configuration,
                        "--module-path=" + modules,
                        "--persist-file=" + directory.resolve("persist"),
                        "--pidfile=" + directory.resolve("pid"),
                        "--control=" + directory.resolve("control"));
            }

            @Override
            String placed(String text, Path directory) {
                Path library = UNPACKED.resolve("usr/share/syslog-ng/include/scl/elasticsearch/elastic-http.conf");
                return text.replace("\"scl.conf\"", "\"" + library + "\"")
                        .replace("/var/lib/syslog-ng", directory.toString());
            }
        };
    }

    /** A script of {@code src/test/shippers/node}, and what it is called with beside the address. */
    static RealShipper node(String name, String script, String... arguments) {
        return new Piped(name, script, List.of(arguments));
    }

    final String name() {
        return name;
    }

    abstract boolean isInstalled();

    /** Starts sending to a port, with a directory for all that is kept. */
    abstract void start(Path directory, int port) throws IOException;

    /** Gives it lines. */
    abstract void feed(List<String> lines) throws IOException;

    /** There are no more lines. */
    void end() throws IOException {
        // most go on for ever
    }

    final void run(List<String> command, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.put(
                "LD_LIBRARY_PATH",
                "%1$s/usr/lib/x86_64-linux-gnu:%1$s/lib/x86_64-linux-gnu:%1$s/usr/lib/syslog-ng".formatted(UNPACKED));
        process = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    final Process process() {
        return Objects.requireNonNull(process);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** One that follows a file. */
    private abstract static class Following extends RealShipper {

        private final String heading;
        private final Path program;
        private Path input = Path.of("");

        Following(String name, String heading, Path program) {
            super(name);
            this.heading = heading;
            this.program = program;
        }

        abstract List<String> arguments(Path directory, Path configuration);

        /** The configuration with directories of the test. */
        abstract String placed(String text, Path directory);

        @Override
        boolean isInstalled() {
            return Files.isExecutable(program);
        }

        @Override
        void start(Path directory, int port) throws IOException {
            input = Files.createFile(directory.resolve("events.ndjson"));
            Path configuration = directory.resolve("configuration");
            String text = Documented.configuration(heading)
                    .replace("/var/log/events.ndjson", input.toString())
                    .replace("8080", String.valueOf(port));
            Files.writeString(configuration, placed(text, directory));
            List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
            command.addAll(arguments(directory, configuration));
            run(command, directory);
        }

        @Override
        void feed(List<String> lines) throws IOException {
            Files.write(input, lines, StandardOpenOption.APPEND);
        }
    }

    /** A script that reads its standard input. */
    private static final class Piped extends RealShipper {

        private static final Path SCRIPTS = ROOT.resolve("node");

        private final String script;
        private final List<String> arguments;
        private @Nullable BufferedWriter input;

        Piped(String name, String script, List<String> arguments) {
            super(name);
            this.script = script;
            this.arguments = arguments;
        }

        @Override
        boolean isInstalled() {
            return Files.isDirectory(SCRIPTS.resolve("node_modules"));
        }

        @Override
        void start(Path directory, int port) throws IOException {
            List<String> command = new java.util.ArrayList<>(
                    List.of("node", SCRIPTS.resolve(script).toString()));
            command.addAll(arguments);
            command.add("http://127.0.0.1:" + port);
            run(command, directory);
            input = process().outputWriter();
        }

        @Override
        void feed(List<String> lines) throws IOException {
            for (String line : lines) {
                Objects.requireNonNull(input).write(line + "\n");
            }
            Objects.requireNonNull(input).flush();
        }

        @Override
        void end() throws IOException {
            Objects.requireNonNull(input).close();
        }
    }
}
