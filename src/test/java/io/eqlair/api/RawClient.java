package io.eqlair.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Locale;

/** A connection to the service on which anything may be sent, well formed or not. */
final class RawClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    /** The beginning of a post of events, up to the last of its usual headers. */
    static String post(String... headers) {
        StringBuilder request = new StringBuilder("POST " + HttpTest.EVENTS + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more is sent, and keeps listening. */
    RawClient halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that is answered until the service closes the connection, be it with an error. */
    String readToEnd() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException cut) {
            // what came before counts
        }
        return answer.toString(ISO_8859_1);
    }

    /** The headers of one answer. */
    String readHeaders() throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        while (!headers.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            headers.write(next());
        }
        return headers.toString(ISO_8859_1);
    }

    /** One answer that says its length, or comes in chunks. */
    String readAnswer() throws IOException {
        String headers = readHeaders();
        String length = headers.replaceAll("(?is).*content-length: (\\d+).*", "$1");
        if (length.equals(headers)) {
            return headers + (headers.toLowerCase(Locale.ROOT).contains("chunked") ? readChunks() : readToEnd());
        }
        return headers + new String(socket.getInputStream().readNBytes(Integer.parseInt(length)), UTF_8);
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.append(new String(socket.getInputStream().readNBytes(size), UTF_8));
            socket.getInputStream().skipNBytes(2);
        }
        socket.getInputStream().skipNBytes(2);
        return body.toString();
    }

    private int chunk() throws IOException {
        StringBuilder size = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            size.append((char) next);
        }
        return Integer.parseInt(size.toString().strip(), 16);
    }

    private int next() throws IOException {
        int next = socket.getInputStream().read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** Breaks the connection off, so that the service is told with an error. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
