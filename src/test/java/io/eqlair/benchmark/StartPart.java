package io.eqlair.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long it takes a JVM that has just started to load the rules, and what they take in memory. */
final class StartPart {

    private static final int STARTS = 5;
    private static final Pattern TIMES =
            Pattern.compile("files read in (\\d+), queries checked in (\\d+), compiled and indexed in (\\d+)");
    private static final Pattern MEMORY = Pattern.compile("MEMORY (\\d+) (-?\\d+) (\\d+)");
    private static final double MEGABYTE = 1 << 20;

    private final Settings settings;
    private final BenchRules rules;

    StartPart(Settings settings, BenchRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    void run(Report report) {
        List<List<Double>> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start());
        }
        Table table = new Table(rules.size() + " rules, medians of " + STARTS + " starts", "");
        table.row("files read, ms", median(starts, 0));
        table.row("queries checked, ms", median(starts, 1));
        table.row("compiled and indexed, ms", median(starts, 2));
        table.row("heap that the rules take, MB", median(starts, 3));
        table.row("heap that three passes of a stream add (automata, values, sequences), MB", median(starts, 4));
        table.row("heap at its peak, the stream's own documents among it, MB", median(starts, 5));
        report.reached(Aim.START, (median(starts, 1) + median(starts, 2)) / 1_000);
        report.section("start", table.markdown());
    }

    private static double median(List<List<Double>> starts, int figure) {
        return Standing.median(starts.stream().map(start -> start.get(figure)).toList());
    }

    private List<Double> start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                ColdStart.class.getName(),
                rules.location().toString()));
        if (settings.events() != null) {
            command.add(settings.events().toString());
        }
        String output = output(command);
        Matcher times = found(TIMES, output);
        Matcher memory = found(MEMORY, output);
        return List.of(
                Double.valueOf(times.group(1)),
                Double.valueOf(times.group(2)),
                Double.valueOf(times.group(3)),
                Double.parseDouble(memory.group(1)) / MEGABYTE,
                Double.parseDouble(memory.group(2)) / MEGABYTE,
                Double.parseDouble(memory.group(3)) / MEGABYTE);
    }

    private static Matcher found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException(String.format(Locale.ROOT, "output must say %s: %s", pattern, output));
        }
        return matcher;
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var bytes = process.getInputStream()) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
