package io.eqlair.benchmark;

import io.eqlair.engine.DetectionEngine;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One thread that takes the whole stream, and two that take every second slice of it, in one engine, by turns. */
final class CoresPart {

    private static final int SLICE = 250;

    /** A single pass takes a few hundredths of a second, of which to start a thread is no small part. */
    private static final int PASSES = 8;

    private final Settings settings;
    private final BenchRules rules;

    CoresPart(Settings settings, BenchRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    void run(Streams streams, Report report) {
        Table table = new Table(
                "stream",
                "events/s, one thread",
                "two threads",
                "two ÷ one, by the clock",
                "CPU time an event, two ÷ one");
        for (EventStream stream :
                List.of(streams.main(), streams.dense()).stream().distinct().toList()) {
            measure(stream, streams, table, report);
        }
        report.section("cores", table.markdown());
    }

    private void measure(EventStream stream, Streams streams, Table table, Report report) {
        DetectionEngine engine = Bench.of(rules.shuffled()).engine();
        List<Double> clocks = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        for (int round = 0; round < settings.warmUps() + settings.rounds(); round++) {
            Turn single = turn(engine, stream, round, 1);
            Turn couple = turn(engine, stream, round, 2);
            if (round >= settings.warmUps()) {
                clocks.add(single.clock / (double) couple.clock);
                work.add(couple.cpu / (double) single.cpu);
                one.add(single.perSecond());
                two.add(couple.perSecond());
            }
        }
        if (stream.equals(streams.main())) {
            report.reached(Aim.CORES, Standing.median(clocks));
        }
        table.row(
                stream.name(),
                Math.round(Standing.median(one)),
                Math.round(Standing.median(two)),
                Standing.median(clocks),
                Standing.median(work));
    }

    private static Turn turn(DetectionEngine engine, EventStream stream, int round, int threads) {
        byte[][] documents = stream.pass(2 * round + threads - 1);
        List<Worker> workers = IntStream.range(0, threads)
                .mapToObj(number -> new Worker(engine, documents, number, threads))
                .toList();
        long started = System.nanoTime();
        workers.forEach(worker -> worker.thread.start());
        workers.forEach(Worker::join);
        return new Turn(
                System.nanoTime() - started,
                workers.stream().mapToLong(worker -> worker.cpu).sum(),
                (long) PASSES * documents.length);
    }

    private record Turn(long clock, long cpu, long events) {

        double perSecond() {
            return events * 1e9 / clock;
        }
    }

    /** Takes every n-th slice. */
    private static final class Worker {

        private final Thread thread;
        private volatile long cpu;

        Worker(DetectionEngine engine, byte[][] documents, int number, int of) {
            thread = new Thread(() -> take(engine, documents, number, of));
        }

        private void take(DetectionEngine engine, byte[][] documents, int number, int of) {
            Detecting detecting = new Detecting("worker", engine, detections -> {});
            for (int pass = 0; pass < PASSES; pass++) {
                for (int from = number * SLICE; from < documents.length; from += of * SLICE) {
                    long unused = detecting.take(documents, from, Math.min(from + SLICE, documents.length));
                }
            }
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        void join() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
