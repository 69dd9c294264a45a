package io.eqlair.benchmark;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFactory;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.engine.Detection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** All streams against rule sets of all sizes: what each step of an event's way costs. */
final class MatchPart {

    private static final int SLICE = 250;
    private static final int FIELD = 530;
    private static final int MANY = 10_000;

    private final Settings settings;
    private final BenchRules rules;
    private final AlertFactory alerts = new AlertFactory(InstantSource.system());
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    MatchPart(Settings settings, BenchRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    void run(Streams streams, Report report) {
        StringBuilder text = new StringBuilder(streams.described(rules));
        for (EventStream stream : streams.all()) {
            text.append("\n### ").append(stream.name()).append("\n\n");
            text.append(table(stream, streams, report));
        }
        report.section("match", text.toString());
    }

    private String table(EventStream stream, Streams streams, Report report) {
        Table table = new Table(
                "rules",
                "contestant",
                "to the yardstick",
                "lowest to highest",
                "events/s",
                "ns",
                "bytes",
                "count",
                "conditions asked");
        double few = 0;
        for (int size : sizes()) {
            Bench bench = Bench.of(rules.first(size));
            FullMatch full = new FullMatch(bench.index(), bench.reader());
            List<Standing> standings = new Race(stream, contestants(bench, full), settings, SLICE).run();
            for (Standing standing : standings) {
                add(size, standing, full, table);
            }
            double ratio = ratio(standings, full.name());
            few = size == 10 ? ratio : few;
            reach(size, stream, streams, standings, few, report);
        }
        return table.markdown();
    }

    private int[] sizes() {
        return settings.quick() ? new int[] {10, FIELD} : new int[] {10, 100, 300, FIELD, MANY};
    }

    private List<Contestant> contestants(Bench bench, FullMatch full) {
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Yardstick());
        contestants.add(new ReadOnly(bench.reader()));
        contestants.add(full);
        contestants.add(new Detecting("with sequences", bench.engine(), detections -> {}));
        contestants.add(new Detecting("with alerts in JSON", bench.engine(), this::serialize));
        if (bench.rules().size() <= FIELD) {
            contestants.add(new Interpreter(bench));
        }
        return contestants;
    }

    /** As the service does at the end of a request; here for each event that has some. */
    private void serialize(List<Detection> detections) {
        if (!detections.isEmpty()) {
            List<Alert> raised = detections.stream().map(this::alert).toList();
            if (json.writeValueAsBytes(raised).length == 0) {
                throw new IllegalStateException("alerts must have a text");
            }
        }
    }

    /** A clone's alert shows the rule that it was made from. */
    private Alert alert(Detection detection) {
        String id = detection.rule().definition().id();
        RuleEntry entry =
                rules.catalog().find(id.substring(0, Math.min(36, id.length()))).orElseThrow();
        if (entry.file() == null) {
            throw new IllegalStateException("rule must have been read: " + id);
        }
        return alerts.alert(detection, entry.file());
    }

    private static void add(int size, Standing standing, FullMatch full, Table table) {
        List<Object> cells = new ArrayList<>(standing.cells());
        cells.addFirst(size);
        cells.add(standing.name().equals(full.name()) ? full.candidatesPerEvent() : "");
        table.row(cells.toArray());
    }

    private static double ratio(List<Standing> standings, String name) {
        return standings.stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .orElseThrow()
                .ratio();
    }

    private static void reach(
            int size, EventStream stream, Streams streams, List<Standing> standings, double few, Report report) {
        double full = ratio(standings, "full match");
        if (stream.equals(streams.dense()) && size == FIELD) {
            report.reached(Aim.DENSE, full);
        } else if (streams.real() != null && stream.equals(streams.unique()) && size == FIELD) {
            report.reached(Aim.UNIQUE, full);
        } else if (stream.equals(streams.real()) && size == MANY) {
            report.reached(Aim.MANY, full);
        } else if (stream.equals(streams.real()) && size == FIELD) {
            report.reached(Aim.REAL, full);
            report.reached(Aim.GROWTH, few / full);
            report.reached(Aim.INTERPRETER, full / ratio(standings, Interpreter.NAME));
            report.reached(Aim.ESPER, full / 0.015);
        }
    }
}
