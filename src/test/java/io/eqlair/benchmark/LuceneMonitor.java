package io.eqlair.benchmark;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.value.Values;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Lucene Monitor with its prefilter on terms, shown events in batches. Reading is this project's; it is shown only the fields that
 * its queries ask.
 */
final class LuceneMonitor implements Contestant, AutoCloseable {

    private static final int BATCH = 100;

    private static final int TERMS = 4;
    private static final String NAME = "Lucene Monitor, batches of " + BATCH;

    private static final int EVERY_SLICE = 8;
    private static final int MOST_CLAUSES = 1 << 16;

    private final String name;
    private final EventReader reader;
    private final Event event;
    private final Monitor monitor;
    private final Set<String> fields;

    private LuceneMonitor(String name, Bench bench, Presearcher presearcher) {
        this.name = name;
        this.reader = bench.reader();
        this.event = reader.newEvent();
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        LuceneTranslation translation = new LuceneTranslation();
        List<MonitorQuery> queries = new ArrayList<>();
        for (CheckedRule rule : bench.rules()) {
            queries.add(new MonitorQuery(rule.definition().id(), translated(rule, translation)));
        }
        fields = translation.fields();
        try {
            monitor = new Monitor(new KeywordAnalyzer(), presearcher);
            monitor.register(queries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a query only when one of its terms is there: what Lucene does unless told otherwise. */
    static LuceneMonitor ofOneTerm(Bench bench) {
        return new LuceneMonitor(NAME + ", one term", bench, new TermFilteredPresearcher());
    }

    /** Asks a query only when several of its terms are there: the quickest of those that were tried. */
    static LuceneMonitor ofTerms(Bench bench) {
        return new LuceneMonitor(NAME + ", " + TERMS + " terms", bench, new MultipassTermFilteredPresearcher(TERMS));
    }

    /** Those of the rules that it can express, for all indices. */
    static List<CheckedRule> expressible(List<CheckedRule> rules) {
        return rules.stream()
                .filter(rule -> rule.query() instanceof AnalyzedQuery.Events events
                        && new LuceneTranslation().query(events.filter(), "category") != null)
                .map(LuceneMonitor::everywhere)
                .toList();
    }

    private static CheckedRule everywhere(CheckedRule rule) {
        RuleDefinition definition = rule.definition();
        return CheckedRule.of(
                new RuleDefinition(
                        definition.id(), definition.contentHash(), definition.query(), List.of(), definition.roles()),
                EqlLimits.DEFAULT);
    }

    private static Query translated(CheckedRule rule, LuceneTranslation translation) {
        if (rule.query() instanceof AnalyzedQuery.Events events) {
            Query query =
                    translation.query(events.filter(), rule.definition().roles().category());
            if (query != null) {
                return query;
            }
        }
        throw new IllegalArgumentException(
                "rule must be expressible: " + rule.definition().id());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long take(byte[][] documents, int from, int to) {
        long matches = 0;
        for (int start = from; start < to; start += BATCH) {
            matches += batch(documents, start, Math.min(start + BATCH, to));
        }
        return matches;
    }

    private long batch(byte[][] documents, int from, int to) {
        Document[] batch = new Document[to - from];
        for (int i = from; i < to; i++) {
            batch[i - from] = document(documents[i]);
        }
        try {
            MultiMatchingQueries<QueryMatch> matches = monitor.match(batch, QueryMatch.SIMPLE_MATCHER);
            long count = 0;
            for (int i = 0; i < batch.length; i++) {
                count += matches.getMatchCount(i);
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(byte[] bytes) {
        if (reader.read(event, bytes, 0, bytes.length, Envelope.NONE) < 0) {
            throw new IllegalStateException("document must be an event");
        }
        Document document = new Document();
        for (int slot = 0; slot < reader.table().size(); slot++) {
            if (event.firstValue(slot) >= 0) {
                add(reader.table().name(slot), slot, document);
            }
        }
        return document;
    }

    private void add(String name, int slot, Document document) {
        String folded = name + LuceneTranslation.FOLDED;
        document.add(new StringField(LuceneTranslation.PRESENT, name, Field.Store.NO));
        for (int handle = event.firstValue(slot); handle >= 0; handle = event.nextValue(handle)) {
            String text = String.valueOf(Values.text(event.decoded(handle)));
            if (fields.contains(name)) {
                document.add(new StringField(name, text, Field.Store.NO));
            }
            if (fields.contains(folded)) {
                document.add(new StringField(folded, Values.fold(text), Field.Store.NO));
            }
        }
    }

    @Override
    public Counted counts() {
        return Counted.MATCHES;
    }

    @Override
    public int everySlice() {
        return EVERY_SLICE;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
