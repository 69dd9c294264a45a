package io.eqlair.api.http;

import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request whose body is waited for no longer than a limit says. */
final class TimedRequest extends HttpServletRequestWrapper {

    private final Duration most;
    private @Nullable TimedStream body;

    TimedRequest(HttpServletRequest request, Duration most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new TimedStream(super.getInputStream(), most);
        }
        return body;
    }

    /** Whether there is more of the body. One that waits for leave to be sent, and that nobody has read of, never comes. */
    boolean isToBeRead() {
        if (body == null || !body.begun) {
            return getHeader(HttpHeaders.EXPECT) == null;
        }
        return !body.failed && !body.isFinished();
    }

    /** Counts the time that reading takes. */
    private static final class TimedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final Duration most;
        private long waited;
        private boolean begun;
        private boolean failed;

        TimedStream(ServletInputStream in, Duration most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            begun = true;
            long start = System.nanoTime();
            int read = readOn(buffer, offset, length);
            waited += System.nanoTime() - start;
            if (read >= 0 && waited > most.toNanos()) {
                throw new BodyRejected(Problem.BODY_TIME, most.toSeconds() + " s");
            }
            return read;
        }

        private int readOn(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException broken) {
                failed = true;
                throw broken;
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
