package io.eqlair.benchmark;

import io.eqlair.Application;
import io.eqlair.engine.index.CandidateMatcher;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The service in a process of its own, against the engine alone and against the same web server with a handler that only reads.
 * Client and servers share the cores, so what counts is the CPU time of the server's process; the clock is printed beside it.
 */
final class HttpPart {

    private static final int[] BATCHES = {1, 100, 1_000, 10_000};

    private final Settings settings;
    private final BenchRules rules;

    HttpPart(Settings settings, BenchRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    void run(Streams streams, Report report) {
        Bench bench = Bench.of(rules.shuffled());
        try (ServerProcess service = ServerProcess.start(Application.class.getName(), false, arguments());
                ServerProcess reader =
                        ServerProcess.start(BodyOnlyServer.class.getName(), true, BodyOnlyServer.ARGUMENTS)) {
            String text = "All events, up to " + LoadClient.CONNECTIONS + " requests at a time:\n\n"
                    + batches(streams.main(), bench, service, reader, report)
                    + "\nEvents that match nothing, one in each request:\n\n"
                    + singles(streams.main(), bench, service, reader, report)
                    + String.format(
                            Locale.ROOT,
                            "%nThe service's process takes %d MB, and took %d MB at most; its heap may take 1 GB.%n",
                            service.megabytes(),
                            service.peakMegabytes());
            report.section("http", text);
        }
    }

    private List<String> arguments() {
        try {
            Path directory = Files.createTempDirectory("eqlair-data");
            return List.of("--eqlair.rules.locations=" + rules.location(), "--eqlair.data.dir=" + directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String batches(
            EventStream stream, Bench bench, ServerProcess service, ServerProcess reader, Report report) {
        List<Load> loads = new ArrayList<>();
        loads.add(new Load.Alone(bench.engine()));
        for (int batch : BATCHES) {
            loads.add(Load.Posted.service(service, batch));
        }
        for (int batch : BATCHES) {
            loads.add(Load.Posted.bodyOnly(reader, batch));
        }
        List<LoadRace.Outcome> outcomes = new LoadRace(stream, UnaryOperator.identity(), settings).run(loads);
        loads.forEach(Load::close);
        report.reached(Aim.BATCH, outcomes.getFirst().timesOf(outcomes.get(1 + Arrays.binarySearch(BATCHES, 1_000))));
        return table(outcomes).markdown();
    }

    private String singles(
            EventStream stream, Bench bench, ServerProcess service, ServerProcess reader, Report report) {
        List<Load> loads = List.of(
                Load.Posted.service(service, 1), Load.Posted.handler(reader, 1), Load.Posted.bodyOnly(reader, 1));
        List<LoadRace.Outcome> outcomes = new LoadRace(stream, silent(bench), settings).run(loads);
        loads.forEach(Load::close);
        report.reached(Aim.SINGLE, outcomes.getLast().timesOf(outcomes.getFirst()));
        return table(outcomes).markdown();
    }

    /** The cost of the first, and that of the last load with the same batches, in terms of each. */
    private static Table table(List<LoadRace.Outcome> outcomes) {
        Table table = new Table(
                "",
                "batch",
                "µs of CPU an event",
                outcomes.getFirst().load().name() + " ÷ it",
                "body only ÷ it",
                "events/s by the clock",
                "alerts");
        for (LoadRace.Outcome outcome : outcomes) {
            LoadRace.Outcome bodyOnly = outcomes.reversed().stream()
                    .filter(other -> other.load().batch() == outcome.load().batch())
                    .findFirst()
                    .orElse(outcome);
            table.row(
                    outcome.load().name(),
                    outcome.load().batch(),
                    outcome.micros(),
                    outcomes.getFirst().timesOf(outcome),
                    bodyOnly.timesOf(outcome),
                    outcome.perSecond(),
                    outcome.alerts());
        }
        return table;
    }

    /** Leaves the events that satisfy nothing. */
    private static UnaryOperator<byte[][]> silent(Bench bench) {
        CandidateMatcher matcher = bench.index().newMatcher(false);
        Event event = bench.reader().newEvent();
        return documents -> Arrays.stream(documents)
                .filter(document -> bench.reader().read(event, document, 0, document.length, Envelope.NONE) > 0
                        && matcher.match(event) == 0)
                .toArray(byte[][]::new);
    }
}
