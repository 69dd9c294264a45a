package io.eqlair.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shows a stream to several loads in turns, a pass each: the CPU time of their processes, and the clock. */
final class LoadRace {

    private final EventStream stream;
    private final UnaryOperator<byte[][]> filter;
    private final Settings settings;

    /** A race over those documents of a stream that a filter leaves. */
    LoadRace(EventStream stream, UnaryOperator<byte[][]> filter, Settings settings) {
        this.stream = stream;
        this.filter = filter;
        this.settings = settings;
    }

    /**
     * How a load did.
     *
     * @param cpu nanoseconds per event, by round
     * @param clock likewise
     */
    record Outcome(Load load, List<Double> cpu, List<Double> clock, long alerts) {

        double micros() {
            return Standing.median(cpu) / 1_000;
        }

        long perSecond() {
            return Math.round(1e9 / Standing.median(clock));
        }

        /** How often the other's cost goes into this one's: the median over the rounds. */
        double timesOf(Outcome other) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < cpu.size(); i++) {
                ratios.add(cpu.get(i) / other.cpu.get(i));
            }
            return Standing.median(ratios);
        }
    }

    List<Outcome> run(List<Load> loads) {
        List<Outcome> outcomes = new ArrayList<>();
        byte[][] first = filter.apply(stream.pass(0));
        for (Load load : loads) {
            load.prepare(first);
            outcomes.add(new Outcome(load, new ArrayList<>(), new ArrayList<>(), load.run(1)));
        }
        checkAlerts(outcomes);
        int warmUps = 2 * settings.warmUps(); // servers are compiled while they are asked, beside all else
        for (int pass = 1; pass < warmUps + settings.rounds(); pass++) {
            byte[][] documents = filter.apply(stream.pass(pass));
            for (int i = 0; i < loads.size(); i++) {
                Outcome outcome = outcomes.get((i + pass) % loads.size());
                round(outcome, documents, pass >= warmUps);
            }
        }
        return outcomes;
    }

    /** Whoever raises alerts must raise as many: a service that fails is quick. */
    private static void checkAlerts(List<Outcome> outcomes) {
        List<Long> counts = outcomes.stream()
                .filter(outcome -> outcome.load().detects())
                .map(Outcome::alerts)
                .distinct()
                .toList();
        if (counts.size() > 1) {
            throw new IllegalStateException("loads must raise the same number of alerts: " + counts);
        }
    }

    private static void round(Outcome outcome, byte[][] documents, boolean counts) {
        Load load = outcome.load();
        load.prepare(documents);
        long cpu = load.cpuNanos();
        long clock = System.nanoTime();
        long unused = load.run(LoadClient.CONNECTIONS);
        clock = System.nanoTime() - clock;
        cpu = load.cpuNanos() - cpu;
        if (counts) {
            outcome.cpu().add((double) cpu / documents.length);
            outcome.clock().add((double) clock / documents.length);
        }
    }
}
