package io.eqlair.api.shipper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Makes calls exactly as they are given, to a port of this machine. */
final class Wire implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Wire(int port) {
        this.port = port;
    }

    Reply make(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .method(call.method(), BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException broken) {
            return Reply.brokenOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A sender that has sent so many bytes of a body, and now lets the service wait until it is closed. */
    Socket slowSender(int sent) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head = "POST /_bulk HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + 10 * sent + "\r\n\r\n";
        String start = "{\"create\":{}}\n{\"message\":\"";
        socket.getOutputStream()
                .write((head + start + "x".repeat(sent - start.length())).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Override
    public void close() {
        client.close();
    }
}
