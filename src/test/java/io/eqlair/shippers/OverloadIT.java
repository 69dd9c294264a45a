package io.eqlair.shippers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eqlair.testing.KilledService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For a minute more is sent than the service can evaluate, in half a gigabyte of heap. It refuses what is too much, soon and with the
 * code that makes shippers send again, and has evaluated all that it acknowledged.
 */
class OverloadIT {

    private static final int SENDERS_OF_A_KIND = 16;
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("shippers.overload.seconds", 60));

    /** A third of what the senders bring. The senders are on the same cores, so that all the room there is by default were too much. */
    private static final String ROOM = "64MB";

    private static final double LONGEST_SECONDS = 5;
    private static final long MOST_MEGABYTES = 1_000;

    private static final String EVALUATED = "eqlair_events_total\\{outcome=\"accepted\"}";

    @TempDir
    private static Path directory;

    @Test
    void whatIsTooMuchIsRefusedAndTheRestIsEvaluated() throws Exception {
        assumeTrue(Boolean.getBoolean("shippers.required"), "takes a minute: only with -Pshippers");
        try (KilledService service =
                new KilledService(directory, List.of("--eqlair.rules.locations=src/test/resources/shippers/rules"))) {
            service.start(
                    List.of("-Xmx512m", "-XX:TieredStopAtLevel=4"), List.of("--eqlair.limits.bytes-in-flight=" + ROOM));
            service.awaitReady();
            List<Flood> floods = floods(service.port());
            long slowestLook = sendFor(DURATION, floods, service);
            double recovery = recovery(service);
            check(floods, service, slowestLook, recovery);
        }
    }

    private static List<Flood> floods(int port) {
        List<Flood> floods = new ArrayList<>();
        for (int i = 0; i < SENDERS_OF_A_KIND; i++) {
            floods.add(new Flood(port, "bulk-" + i, "/_bulk", true));
            floods.add(new Flood(port, "chunks-" + i, "/_bulk", false));
            floods.add(new Flood(port, "events-" + i, "/api/v1/events", true));
        }
        return floods;
    }

    /** Returns how long the slowest look at the readiness took in the meantime, in milliseconds. */
    private static long sendFor(Duration duration, List<Flood> floods, KilledService service) throws Exception {
        List<Thread> threads = floods.stream()
                .map(flood -> Thread.ofPlatform().name(flood.name()).start(flood))
                .toList();
        long slowest = 0;
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            assertThat(service.get("/readyz").statusCode()).isEqualTo(200);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            Thread.sleep(500);
        }
        floods.forEach(Flood::end);
        for (Thread thread : threads) {
            thread.join();
        }
        return slowest;
    }

    /** After how many seconds events are taken again. */
    private static double recovery(KilledService service) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (service.post("{\"message\":\"all is well\"}").statusCode() != 200) {
            Thread.sleep(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void check(List<Flood> floods, KilledService service, long slowestLook, double recovery)
            throws IOException, InterruptedException {
        Map<String, Integer> statuses = new HashMap<>();
        Set<String> acknowledged = new HashSet<>();
        long events = 1; // of the recovery
        double slowest = 0;
        for (Flood flood : floods) {
            flood.answers()
                    .forEach((status, count) -> statuses.merge(flood.path() + " " + status, count, Integer::sum));
            acknowledged.addAll(flood.acknowledged());
            events += flood.events();
            slowest = Math.max(slowest, flood.slowestSeconds());
        }
        String metrics = service.get("/actuator/prometheus").body();
        System.getLogger(OverloadIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        String.format(
                                Locale.ROOT,
                                "%s: %s; %d events acknowledged, %.0f evaluated; slowest answer %.1f s, slowest look %d ms, recovery %.2f s;"
                                        + " memory %d MB, at most %d MB; heap %.0f MB",
                                DURATION,
                                statuses,
                                events,
                                sum(metrics, EVALUATED),
                                slowest,
                                slowestLook,
                                recovery,
                                megabytes(service.pid(), "VmRSS:"),
                                megabytes(service.pid(), "VmHWM:"),
                                sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*}") / 1e6));
        int broken = statuses.getOrDefault("/_bulk 0", 0) + statuses.getOrDefault("/api/v1/events 0", 0);
        assertThat(broken)
                .as("connections that broke off, as a refusal came while the body was still being sent")
                .isLessThan(
                        statuses.values().stream().mapToInt(Integer::intValue).sum() / 50);
        statuses.keySet().removeIf(status -> status.endsWith(" 0"));
        assertThat(statuses.keySet())
                .containsExactlyInAnyOrder("/_bulk 200", "/_bulk 429", "/api/v1/events 200", "/api/v1/events 503");
        assertThat(Delivered.of(service).alerts().keySet()).containsAll(acknowledged);
        assertThat(Delivered.of(service).alerts().values()).containsOnly(1);
        assertThat((long) sum(metrics, EVALUATED)).isGreaterThanOrEqualTo(events);
        assertThat(slowest).as("seconds of the slowest answer").isLessThan(LONGEST_SECONDS);
        assertThat(recovery).as("seconds until events are taken again").isLessThan(LONGEST_SECONDS);
        assertThat(megabytes(service.pid(), "VmHWM:")).isLessThan(MOST_MEGABYTES);
    }

    /** All values of a metric, by a pattern for its name and labels. */
    private static double sum(String metrics, String pattern) {
        Matcher line = Pattern.compile("^(?:" + pattern + ") (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        double sum = 0;
        while (line.find()) {
            sum += Double.parseDouble(line.group(1));
        }
        return sum;
    }

    private static long megabytes(long pid, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            String line =
                    lines.filter(found -> found.startsWith(name)).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
    }
}
