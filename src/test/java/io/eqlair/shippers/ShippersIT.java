package io.eqlair.shippers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eqlair.testing.KilledService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Real shippers send all at once, with bad events among good ones, while the service is killed, comes back with hardly any room, and is
 * kept busy. Every event is evaluated, and each has one alert.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippersIT {

    /** They keep what is not acknowledged, and send it again. */
    static final List<RealShipper> SHIPPERS = List.of(
            RealShipper.rsyslog("rsyslog, omelasticsearch"),
            RealShipper.syslogNg("syslog-ng-elasticsearch-http", "syslog-ng, elasticsearch-http()"),
            RealShipper.syslogNg("syslog-ng-http", "syslog-ng, http()"),
            RealShipper.node("elasticsearch-9", "send.mjs", "elasticsearch-9"),
            RealShipper.node("elasticsearch-8", "send.mjs", "elasticsearch-8"),
            RealShipper.node("opensearch-3", "send.mjs", "opensearch-3"));

    /** They give up what is refused, and so are only shown a service that is well. */
    static final List<RealShipper> IMPATIENT = List.of(
            RealShipper.node("helpers-9", "helpers.mjs", "elasticsearch-9"),
            RealShipper.node("helpers-8", "helpers.mjs", "elasticsearch-8"),
            RealShipper.node("pino", "pino.mjs"));

    private static final boolean REQUIRED = Boolean.getBoolean("shippers.required");
    private static final int ACT = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CUT_OFF = "{\"event\":{\"action\":\"marker\"";

    /** The helpers read themselves what they give up, and so it must be JSON. */
    private static final String TOO_DEEP = "{\"event\":".repeat(150) + "1" + "}".repeat(150);

    private final Set<RealShipper> present = new LinkedHashSet<>();
    private final Map<String, Integer> delivered = new TreeMap<>();
    private String metrics = "";

    @TempDir
    private static Path directory;

    @BeforeAll
    void play() throws Exception {
        SHIPPERS.stream().filter(RealShipper::isInstalled).forEach(present::add);
        IMPATIENT.stream().filter(RealShipper::isInstalled).forEach(present::add);
        if (!present.isEmpty()) {
            try (KilledService service = new KilledService(
                    directory, List.of("--eqlair.rules.locations=src/test/resources/shippers/rules"))) {
                play(service);
            }
        }
    }

    private void play(KilledService service) throws Exception {
        service.start();
        service.awaitReady();
        for (RealShipper shipper : present) {
            shipper.start(Files.createDirectory(directory.resolve(shipper.name())), service.port());
        }
        allIsWell(service);
        killed(service);
        busy(service);
        metrics = service.get("/actuator/prometheus").body();
        delivered.putAll(Delivered.of(service).alerts());
    }

    private void allIsWell(KilledService service) throws Exception {
        for (RealShipper shipper : present) {
            shipper.feed(lines(shipper, 0));
            if (IMPATIENT.contains(shipper)) {
                shipper.end();
            }
        }
        awaitLast(service, 1, present);
        present.removeAll(IMPATIENT);
    }

    /** In the middle of what is sent, and nobody is there for a while. */
    private void killed(KilledService service) throws Exception {
        for (int part = 0; part < 4; part++) {
            for (RealShipper shipper : present) {
                List<String> lines = lines(shipper, 1);
                shipper.feed(lines.subList(part * lines.size() / 4, (part + 1) * lines.size() / 4));
            }
            if (part == 1) {
                Thread.sleep(100);
                service.kill();
            }
            Thread.sleep(500);
        }
        service.start(List.of(), List.of("--eqlair.limits.bytes-in-flight=1000B"));
        service.awaitReady();
    }

    /** Somebody is slow, which is enough to keep all others out; then they keep out each other. */
    private void busy(KilledService service) throws Exception {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            String start = "POST /_bulk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n{\"create\":{}}\n";
            slow.getOutputStream().write((start + " ".repeat(900)).getBytes(StandardCharsets.US_ASCII));
            for (RealShipper shipper : present) {
                shipper.feed(lines(shipper, 2));
                shipper.end();
            }
            Thread.sleep(3_000);
        }
        awaitLast(service, 3, present);
    }

    /** Until all is there, or that takes too long: then what is missing shows whose it is. */
    private static void awaitLast(KilledService service, int acts, Set<RealShipper> shippers) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && !isAllThere(Delivered.of(service), acts * ACT, shippers)) {
            Thread.sleep(500);
        }
    }

    private static boolean isAllThere(Delivered delivered, int events, Set<RealShipper> shippers) {
        return shippers.stream()
                .allMatch(shipper -> delivered.of(shipper.name()).size() >= events);
    }

    /** The events of an act, with a line that is no event behind each tenth. */
    private static List<String> lines(RealShipper shipper, int act) {
        List<String> lines = new ArrayList<>();
        for (int number = act * ACT; number < (act + 1) * ACT; number++) {
            lines.add("""
                {"@timestamp":"%s","event":{"action":"marker","id":"%2$s-%3$d"},"message":"%2$s %3$d"}""".formatted(Instant.now(), shipper.name(), number));
            if (number % 10 == 9) {
                lines.add(IMPATIENT.contains(shipper) ? TOO_DEEP : CUT_OFF);
            }
        }
        return lines;
    }

    @AfterAll
    void end() {
        for (RealShipper shipper : SHIPPERS) {
            shipper.close();
        }
        for (RealShipper shipper : IMPATIENT) {
            shipper.close();
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPERS")
    void nothingIsLostAndNothingIsDoubled(RealShipper shipper) {
        check(shipper, 3 * ACT);
    }

    @ParameterizedTest
    @FieldSource("IMPATIENT")
    void whoGivesUpDeliversAsLongAsAllIsWell(RealShipper shipper) {
        check(shipper, ACT);
    }

    private void check(RealShipper shipper, int events) {
        require(shipper.isInstalled(), shipper.name());
        Map<String, Integer> expected = new TreeMap<>();
        IntStream.range(0, events).forEach(number -> expected.put(shipper.name() + " " + number, 1));
        assertThat(new Delivered(delivered).of(shipper.name())).isEqualTo(expected);
    }

    @Test
    void manyRequestsWereRefused() throws IOException {
        require(!delivered.isEmpty(), "any shipper");
        assertThat(metrics)
                .containsPattern(
                        "eqlair_requests_refused_total\\{code=\"overloaded\",protocol=\"elasticsearch\"} [1-9]");
        assertThat(metrics)
                .containsPattern("eqlair_requests_refused_total\\{code=\"overloaded\",protocol=\"api\"} [1-9]");
        assertThat(Files.readString(directory.resolve("rsyslog/errors.json"))).contains("document_parsing_exception");
    }

    private static void require(boolean there, String what) {
        String reason = what + " is not installed: call src/test/shippers/install, or use -Pshippers";
        if (!there && REQUIRED) {
            fail(reason);
        }
        assumeTrue(there, reason);
    }
}
