package io.eqlair.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Posts batches over a few connections that are kept open: one on each, then the answers in turn. One thread, and no more work
 * than it takes to see that all is well.
 */
final class LoadClient implements AutoCloseable {

    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY_END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "\r\nConnection: close".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DETECTION = "\"detected_at\":".getBytes(StandardCharsets.US_ASCII);

    /** How many requests can be under way at a time. */
    static final int CONNECTIONS = 4;

    private final String path;
    private final List<Connection> connections = new ArrayList<>();

    /** A client that takes an answer for good when a text stands in its body. */
    LoadClient(int port, String path, String wanted) {
        this.path = path;
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Connection(port, wanted.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** Opens all connections anew, as servers close those that nobody uses for a while. */
    void connect() {
        connections.forEach(Connection::open);
    }

    /** The requests for documents in batches. */
    List<byte[]> requests(byte[][] documents, int batch) {
        List<byte[]> requests = new ArrayList<>();
        for (int from = 0; from < documents.length; from += batch) {
            requests.add(request(documents, from, Math.min(from + batch, documents.length)));
        }
        return requests;
    }

    private byte[] request(byte[][] documents, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            length += documents[i].length + 1;
        }
        byte[] head = ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                        + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + length);
        int at = head.length;
        for (int i = from; i < to; i++) {
            System.arraycopy(documents[i], 0, request, at, documents[i].length);
            at += documents[i].length;
            request[at++] = '\n';
        }
        return request;
    }

    /** Sends all requests, so many at a time; returns how many alerts the answers hold. */
    long send(List<byte[]> requests, int atATime) {
        try {
            long alerts = 0;
            for (int from = 0; from < requests.size(); from += atATime) {
                int count = Math.min(atATime, requests.size() - from);
                for (int i = 0; i < count; i++) {
                    connections.get(i).socket.getOutputStream().write(requests.get(from + i));
                }
                for (int i = 0; i < count; i++) {
                    alerts += connections.get(i).alerts();
                }
            }
            return alerts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
    }

    private static final class Connection {

        private final int port;
        private final byte[] wanted;
        private Socket socket = new Socket();
        private byte[] answer = new byte[1 << 16];
        private int end;

        Connection(int port, byte[] wanted) {
            this.port = port;
            this.wanted = wanted;
        }

        void open() {
            close();
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long alerts() throws IOException {
            end = 0;
            int head = indexOf(HEAD_END, 0);
            while (head < 0) {
                fill();
                head = indexOf(HEAD_END, 0);
            }
            if (!Arrays.equals(answer, 0, OK.length, OK, 0, OK.length)) {
                throw new IllegalStateException(
                        "answer must be 200: " + new String(answer, 0, end, StandardCharsets.UTF_8));
            }
            int body = head + HEAD_END.length;
            int length = length(head);
            while (length < 0 ? !endsWith(BODY_END) : end < body + length) {
                fill();
            }
            if (indexOf(wanted, body) < 0) {
                throw new IllegalStateException(
                        "answer must be good: " + new String(answer, body, end - body, StandardCharsets.UTF_8));
            }
            long alerts = 0;
            for (int at = indexOf(DETECTION, body); at >= 0; at = indexOf(DETECTION, at + 1)) {
                alerts++;
            }
            int close = indexOf(CLOSE, 0);
            if (close >= 0 && close <= head) {
                open(); // after so many requests, Tomcat wants another connection
            }
            return alerts;
        }

        /** The length that the head says, -1 where the body comes in chunks. */
        private int length(int head) {
            int at = indexOf(LENGTH, 0);
            if (at < 0 || at > head) {
                return -1;
            }
            int length = 0;
            for (int i = at + LENGTH.length; answer[i] >= '0' && answer[i] <= '9'; i++) {
                length = length * 10 + answer[i] - '0';
            }
            return length;
        }

        private void fill() throws IOException {
            if (end == answer.length) {
                answer = Arrays.copyOf(answer, 2 * end);
            }
            InputStream input = socket.getInputStream();
            int count = input.read(answer, end, answer.length - end);
            if (count < 0) {
                throw new IllegalStateException("answer must be complete");
            }
            end += count;
        }

        private boolean endsWith(byte[] tail) {
            return end >= tail.length && Arrays.equals(answer, end - tail.length, end, tail, 0, tail.length);
        }

        private int indexOf(byte[] wanted, int from) {
            for (int i = from; i <= end - wanted.length; i++) {
                if (answer[i] == wanted[0] && Arrays.equals(answer, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return i;
                }
            }
            return -1;
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
