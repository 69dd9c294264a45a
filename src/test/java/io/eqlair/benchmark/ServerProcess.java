package io.eqlair.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a process of its own, whose CPU time can be told from that of its clients. Linux only. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a main class and waits for its port.
     *
     * @param tests whether it sees the classes of the test tree
     */
    static ServerProcess start(String mainClass, boolean tests, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", classPath(tests), mainClass, "--server.port=0"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            ServerProcess server = new ServerProcess(process, port(process));
            server.awaitReadiness();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReadiness() throws IOException {
        URL readiness = URI.create("http://127.0.0.1:" + port + "/readyz").toURL();
        while (process.isAlive() && ((HttpURLConnection) readiness.openConnection()).getResponseCode() != 200) {
            Thread.onSpinWait();
        }
    }

    private static String classPath(boolean tests) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> tests || !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads the log until it says the port, and from then on so that the server need not wait for its reader. */
    private static int port(Process process) throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Thread.ofPlatform().daemon().start(() -> drain(log));
                return Integer.parseInt(port.group(1));
            }
        }
        throw new IllegalStateException("server must start: " + String.join("\n", lines));
    }

    private static void drain(BufferedReader log) {
        try {
            while (log.readLine() != null) {
                // nobody reads it
            }
        } catch (IOException closed) {
            // the server has ended
        }
    }

    int port() {
        return port;
    }

    /** What its threads have computed so far, in nanoseconds. */
    long cpuNanos() {
        return cpuNanos(process.pid());
    }

    /** What the threads of a process have computed that are still there, in nanoseconds. */
    static long cpuNanos(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return tasks.mapToLong(task -> onCpu(task.resolve("schedstat"))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long onCpu(Path schedstat) {
        try {
            String text = Files.readString(schedstat);
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory it ever had, in megabytes. */
    long peakMegabytes() {
        return megabytes("VmHWM:");
    }

    /** The memory it has, in megabytes. */
    long megabytes() {
        return megabytes("VmRSS:");
    }

    private long megabytes(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            String line =
                    lines.filter(found -> found.startsWith(name)).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Objects.requireNonNull(process.onExit()).join();
    }
}
