package io.eqlair.benchmark;

import java.nio.file.Path;

/** Measures everything that {@code bench.parts} names, prints tables, and writes them into docs/BENCHMARKS.md. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) {
        Settings settings = Settings.ofSystem();
        Report report = new Report(System.out, settings);
        Path location = settings.rules() == null ? GeneratedRules.write(settings.seed()) : settings.rules();
        BenchRules rules = BenchRules.load(location, settings.seed());
        Streams streams = Streams.of(settings);
        if (settings.has(Settings.Part.MATCH)) {
            new MatchPart(settings, rules).run(streams, report);
        }
        if (settings.has(Settings.Part.PEERS)) {
            new PeersPart(settings, rules).run(streams, report);
        }
        if (settings.has(Settings.Part.CORES)) {
            new CoresPart(settings, rules).run(streams, report);
        }
        if (settings.has(Settings.Part.START)) {
            new StartPart(settings, rules).run(report);
        }
        if (settings.has(Settings.Part.HTTP)) {
            new HttpPart(settings, rules).run(streams, report);
        }
        if (settings.has(Settings.Part.SEQUENCES)) {
            new SequencesPart().run(report);
        }
        if (settings.has(Settings.Part.STORE)) {
            new StorePart(settings, rules).run(streams, report);
        }
        report.aims();
    }
}
