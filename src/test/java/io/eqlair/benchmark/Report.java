package io.eqlair.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured, as Markdown: printed when a part is done, and written into the document, in which each part has its place
 * between {@code <!-- name -->} and {@code <!-- /name -->}, so that a run of one part leaves the others as they are.
 */
final class Report {

    private final PrintStream out;
    private final Settings settings;
    private final Map<Aim, Double> figures = new EnumMap<>(Aim.class);
    private final String run;

    Report(PrintStream out, Settings settings) {
        this.out = out;
        this.settings = settings;
        this.run = run();
    }

    /** A figure that there is an aim for. */
    void reached(Aim aim, double figure) {
        figures.put(aim, figure);
    }

    /** What a part of the benchmark has to say. */
    void section(String name, String markdown) {
        String text = run + "\n\n" + markdown.strip() + "\n";
        out.println("\n## " + name + "\n\n" + text);
        out.flush();
        if (!settings.quick()) {
            write(name, text);
        }
    }

    /** The aims, with the figures of this run. */
    void aims() {
        Table table = new Table("what", "at least", "moonshot", "measured", "");
        for (Aim aim : Aim.values()) {
            Double figure = figures.get(aim);
            if (figure != null) {
                String limit = aim.isCost() ? "≤ " : "";
                table.row(
                        aim.text(),
                        limit + Table.number(aim.least()),
                        limit + Table.number(aim.most()),
                        figure,
                        aim.isMet(figure) ? "" : "short");
            }
        }
        section("aims", table.markdown());
    }

    private void write(String name, String text) {
        Path document = settings.document();
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->";
        try {
            String old = Files.readString(document);
            int from = old.indexOf(begin);
            int to = old.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException("document must have a place for " + name + ": " + document);
            }
            Files.writeString(
                    document, old.substring(0, from + begin.length()) + "\n" + text + "\n" + old.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Machine, Java and commit. */
    private static String run() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores (load %.1f when it began), %s %s, commit %s, %s.",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                commit(),
                LocalDate.now(java.time.ZoneOffset.UTC));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder(List.of("git", "describe", "--always", "--dirty")).start();
            try (var output = git.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            return "unknown";
        }
    }
}
