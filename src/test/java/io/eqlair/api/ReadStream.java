package io.eqlair.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events, as a client reads them. */
final class ReadStream implements AutoCloseable {

    private final HttpClient client;
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private ReadStream(HttpClient client, HttpResponse<InputStream> response) {
        this.client = client;
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** One event. */
    record Event(String id, String name, String data) {

        JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }
    }

    static ReadStream open(String url, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new ReadStream(client, client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The next event; waits for it. */
    Event next() throws IOException {
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, name, data.toString().strip());
            }
            id = line.startsWith("id: ") ? line.substring("id: ".length()) : id;
            name = line.startsWith("event: ") ? line.substring("event: ".length()) : name;
            data.append(line.startsWith("data: ") ? line.substring("data: ".length()) + "\n" : "");
        }
        throw new IOException("the stream has ended");
    }

    /** Whether there is nothing more but comments; waits for the end. */
    boolean hasEnded() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
