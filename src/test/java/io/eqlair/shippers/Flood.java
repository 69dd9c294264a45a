package io.eqlair.shippers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One connection that sends batches of some megabytes as fast as it can, and again what is refused. For one thread. */
final class Flood implements Runnable {

    private static final int EVENTS = 8_000;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final String ACTION = "{\"create\":{}}\n";
    private static final String EVENT = """
        {"@timestamp":"2026-11-22T10:15:00.000Z","event":{"category":["process"],"type":["start"],"action":"exec"},\
        "host":{"name":"web-1","os":{"type":"linux"}},"user":{"name":"www-data","id":"33"},"process":{"pid":4711,\
        "name":"sh","executable":"/usr/bin/dash","command_line":"sh -c 'ls -l /var/www | head -n 20'","args":["sh","-c",\
        "ls -l /var/www | head -n 20"],"parent":{"name":"apache2","pid":812,"executable":"/usr/sbin/apache2"}}}
        """;

    private static final byte[] LINES = EVENT.repeat(EVENTS - 1).getBytes(StandardCharsets.UTF_8);
    private static final byte[] ACTIONS = (ACTION + EVENT).repeat(EVENTS - 1).getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final String path;
    private final URI address;
    private final boolean bulk;
    private final boolean saysLength;
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> acknowledged = new ArrayList<>();
    private double slowest;
    private int sent;
    private volatile boolean ending;

    /**
     * A sender.
     *
     * @param saysLength whether a request says how long it is, or comes in chunks
     */
    Flood(int port, String name, String path, boolean saysLength) {
        this.name = name;
        this.path = path;
        this.address = URI.create("http://127.0.0.1:" + port + path);
        this.bulk = path.equals("/_bulk");
        this.saysLength = saysLength;
    }

    @Override
    public void run() {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!ending) {
                String message = name + " " + sent;
                int status = post(client, body(message));
                if (status == 200) {
                    acknowledged.add(message);
                    sent++;
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its first event has an alert. */
    private BodyPublisher body(String message) {
        String marker = "{\"event\":{\"action\":\"marker\",\"id\":\"%1$s\"},\"message\":\"%1$s\"}\n".formatted(message);
        byte[] first = ((bulk ? ACTION : "") + marker).getBytes(StandardCharsets.UTF_8);
        byte[] rest = bulk ? ACTIONS : LINES;
        BodyPublisher both = BodyPublishers.ofByteArrays(List.of(first, rest));
        return saysLength ? BodyPublishers.fromPublisher(both, first.length + rest.length) : both;
    }

    private int post(HttpClient client, BodyPublisher body) throws InterruptedException {
        long start = System.nanoTime();
        int status;
        try {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-ndjson")
                            .timeout(LONGEST_WAIT)
                            .POST(body)
                            .build(),
                    BodyHandlers.discarding());
            status = answer.statusCode();
        } catch (IOException broken) {
            status = 0;
        }
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        answers.merge(status, 1, Integer::sum);
        return status;
    }

    /** Sends nothing new any more. */
    void end() {
        ending = true;
    }

    String name() {
        return name;
    }

    String path() {
        return path;
    }

    /** How often there was which status; 0 for none. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    /** The messages of the first events of batches that were taken. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** How many events were acknowledged. */
    long events() {
        return (long) acknowledged.size() * EVENTS;
    }

    double slowestSeconds() {
        return slowest;
    }
}
