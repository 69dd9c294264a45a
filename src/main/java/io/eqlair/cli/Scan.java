package io.eqlair.cli;

import io.eqlair.alert.Alert;
import io.eqlair.catalog.RuleCatalog;
import io.eqlair.engine.EngineSettings;
import io.eqlair.event.Envelope;
import io.eqlair.event.EventLimits;
import io.eqlair.format.AlertFormat;
import io.eqlair.ingest.BatchOutcome;
import io.eqlair.ingest.EvaluationThreads;
import io.eqlair.ingest.IngestLimits;
import io.eqlair.ingest.body.BodyLimits;
import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.problem.Problem;
import io.eqlair.store.Outcome;
import io.eqlair.trial.Trial;
import io.eqlair.trial.TrialSettings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** One scan. For one thread; events are evaluated on all cores. */
final class Scan {

    /** A file may be as large as it likes: of what it brings, no more is kept than the first few errors. */
    private static final IngestLimits LIMITS = new IngestLimits(
            BodyLimits.NONE, EventLimits.DEFAULT.bytes(), Integer.MAX_VALUE, ScanSummary.SHOWN_ERRORS, 1);

    private final RuleCatalog catalog;
    private final Streams streams;
    private final Envelope envelope;
    private final boolean visible;
    private final AlertLines lines;
    private final ScanSummary summary = new ScanSummary();

    /** Whether all events could be read. */
    private boolean complete = true;

    /**
     * A scan with the active rules of a catalog.
     *
     * @param format of the alerts
     * @param visible whether its progress is shown
     */
    Scan(RuleCatalog catalog, Streams streams, Envelope envelope, AlertFormat format, boolean visible) {
        this.catalog = catalog;
        this.streams = streams;
        this.envelope = envelope;
        this.visible = visible;
        this.lines = new AlertLines(streams.out(), format);
    }

    /** Scans files, one after the other; false if not all of their events could be read. */
    boolean run(List<String> files) {
        long start = System.nanoTime();
        ScanProgress progress = new ScanProgress(streams.err(), visible, size(files));
        try (EvaluationThreads threads = EvaluationThreads.forAllCores()) {
            TrialSettings settings = new TrialSettings(EngineSettings.DEFAULT, LIMITS, threads);
            Trial trial = new Trial(catalog, settings, InstantSource.system(), outcome -> raised(outcome, progress));
            files.stream().takeWhile(file -> !lines.failed()).forEach(file -> read(file, trial, progress));
            trial.end();
            progress.erase();
            conclude(trial.evaluated(), System.nanoTime() - start);
        }
        return complete;
    }

    private void raised(Outcome outcome, ScanProgress progress) {
        summary.add(outcome);
        if (outcome instanceof Outcome.Stored(Alert alert)) {
            progress.alert();
            lines.write(alert);
        }
    }

    private void read(String file, Trial trial, ScanProgress progress) {
        boolean standardInput = file.equals(ScanCommand.STANDARD_INPUT);
        String name = standardInput ? "standard input" : file;
        try (InputStream stream = standardInput ? streams.in() : Files.newInputStream(Path.of(file));
                EventInput input = new EventInput(progress.counted(stream, trial::evaluated, lines::failed))) {
            BatchOutcome outcome = trial.take(input.body(), envelope);
            summary.add(name, outcome);
            complete &= outcome.rejected() == 0;
        } catch (BodyRejected rejected) {
            if (rejected.problem() != Problem.BODY_EMPTY) {
                brokenOff(name, rejected, progress);
            }
        } catch (IOException broken) {
            brokenOff(name, broken, progress);
        }
    }

    private void brokenOff(String name, IOException why, ScanProgress progress) {
        if (!lines.failed()) {
            complete = false;
            progress.erase();
            streams.err().println(Problem.SCAN_BROKEN_OFF.text(name, String.valueOf(why.getMessage())));
        }
    }

    /** Nobody is there to be told when the reader of the alerts has left. */
    private void conclude(long events, long nanos) {
        String complaint = lines.complaint();
        if (complaint != null) {
            throw new CommandFailed(Problem.SCAN_OUTPUT, complaint);
        }
        if (!lines.failed()) {
            summary.print(streams.err(), catalog, events, nanos);
        }
    }

    private static long size(List<String> files) {
        return files.contains(ScanCommand.STANDARD_INPUT)
                ? -1
                : files.stream().mapToLong(file -> new File(file).length()).sum();
    }
}
