package io.eqlair.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The jar in a process of its own, at one port, which can be killed and started again. */
public final class KilledService implements AutoCloseable {

    private static final Path JAR = Path.of("target/eqlair.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port = freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path directory;
    private final List<String> arguments;
    private @Nullable Process process;

    /** A service that is not started yet, with a place for what it keeps. */
    public KilledService(Path directory, List<String> arguments) {
        this.directory = directory;
        this.arguments = List.copyOf(arguments);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, also while it does not. */
    public int port() {
        return port;
    }

    /** Its process's number. */
    public long pid() {
        return Objects.requireNonNull(process).pid();
    }

    public void start() throws IOException {
        start(List.of(), List.of());
    }

    /**
     * Starts it.
     *
     * @param java options of its Java
     * @param more arguments, for this time
     */
    public void start(List<String> java, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(java);
        command.addAll(List.of(
                "-jar", JAR.toString(), "--server.port=" + port, "--eqlair.data.dir=" + directory.resolve("data")));
        command.addAll(arguments);
        command.addAll(more);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("service.log").toFile()))
                .start();
    }

    /** Returns when it takes events. */
    public void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (isReady()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("not ready: " + Files.readString(directory.resolve("service.log")));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(uri("/readyz")).GET()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Posts events; whatever happens on the way is an exception. */
    public HttpResponse<String> post(String events) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/api/v1/events"))
                .POST(HttpRequest.BodyPublishers.ofString(events, StandardCharsets.UTF_8)));
    }

    /** Asks for something. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** SIGKILL: it has no chance to do anything. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        client.close();
    }
}
