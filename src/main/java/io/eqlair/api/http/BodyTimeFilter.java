package io.eqlair.api.http;

import io.eqlair.ingest.body.BodyRejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends requests whose bodies come too slowly, a byte every few seconds, whoever reads them. What nobody has read of a body is read
 * here, within the same time: a sender that is still sending does not look for an answer, and the web server would wait for ever.
 */
public final class BodyTimeFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BodyTimeFilter.class);
    private static final int CHUNK = 64 * 1024;

    private final Duration most;

    /**
     * A filter for all requests.
     *
     * @param most how long a body may be waited for in all; what is done with it meanwhile does not count
     */
    public BodyTimeFilter(Duration most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TimedRequest timed = new TimedRequest(request, most);
        chain.doFilter(timed, response);
        if (timed.isToBeRead() && !request.isAsyncStarted()) {
            response.flushBuffer(); // a sender that sees it may stop; to end the answer here would let others think all
            // is done
            readOn(timed);
        }
    }

    /** To the end, or until the time is up: then the connection is cut, which for the web server is a client that left. */
    private static void readOn(TimedRequest request) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try {
            while (request.getInputStream().read(chunk) >= 0) {
                // it was refused
            }
        } catch (BodyRejected late) {
            throw new ClientAbortException(late);
        } catch (IOException closed) {
            LOG.trace(
                    "The rest of a body is left to the web server: somebody has closed it, or its sender has left.",
                    closed);
        }
    }
}
