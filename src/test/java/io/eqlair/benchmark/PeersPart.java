package io.eqlair.benchmark;

import io.eqlair.engine.CheckedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Engine, interpreter and Lucene Monitor on those rules that Lucene can express; all must find the same matches. */
final class PeersPart {

    private static final int SLICE = 200;

    private final Settings settings;
    private final BenchRules rules;

    PeersPart(Settings settings, BenchRules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    void run(Streams streams, Report report) {
        List<CheckedRule> expressible = LuceneMonitor.expressible(rules.shuffled());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d of %d rules: those about single events that keyword fields can answer, here for events of all indices.%n",
                expressible.size(),
                rules.size()));
        for (EventStream stream :
                List.of(streams.main(), streams.dense()).stream().distinct().toList()) {
            text.append("\n### ").append(stream.name()).append("\n\n");
            text.append(table(stream, streams, expressible, report));
        }
        report.section("peers", text.toString());
    }

    private String table(EventStream stream, Streams streams, List<CheckedRule> expressible, Report report) {
        Bench bench = Bench.of(expressible);
        try (LuceneMonitor plain = LuceneMonitor.ofOneTerm(bench);
                LuceneMonitor lucene = LuceneMonitor.ofTerms(bench)) {
            List<Contestant> contestants = new ArrayList<>();
            contestants.add(new Yardstick());
            contestants.add(new FullMatch(bench.index(), bench.reader()));
            contestants.add(new Interpreter(bench));
            contestants.add(lucene);
            contestants.add(plain);
            List<Standing> standings = new Race(stream, contestants, settings, SLICE).run();
            if (stream.equals(streams.main())) {
                report.reached(
                        Aim.LUCENE, standings.get(1).ratio() / standings.get(3).ratio());
            }
            return Standing.table(standings).markdown();
        }
    }
}
