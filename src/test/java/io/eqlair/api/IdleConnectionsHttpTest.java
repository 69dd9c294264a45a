package io.eqlair.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections on which nothing happens, as many as both of their ends in one process may have open. */
@Timeout(120)
class IdleConnectionsHttpTest extends HttpTest {

    private static final int MOST = 9_000;
    private static final int OTHER_FILES = 1_500;
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void manyIdleConnectionsAreNoObstacle() throws IOException {
        List<RawClient> idle = new ArrayList<>();
        try {
            while (idle.size() < count()) {
                idle.add(new RawClient(port));
            }
            for (int i = 0; i < 50; i++) {
                long start = System.nanoTime();
                assertThat(events("{}")).hasAccepted(1, 0);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            }
        } finally {
            for (RawClient client : idle) {
                client.close();
            }
        }
    }

    private static int count() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(MOST, (unix.getMaxFileDescriptorCount() - OTHER_FILES) / 2)
                : MOST;
    }
}
