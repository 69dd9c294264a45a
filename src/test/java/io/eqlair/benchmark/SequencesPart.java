package io.eqlair.benchmark;

import io.eqlair.engine.CheckedRule;
import io.eqlair.engine.RuleDefinition;
import io.eqlair.engine.RuleSet;
import io.eqlair.engine.sequence.ItemTable;
import io.eqlair.engine.sequence.SequenceLimits;
import io.eqlair.engine.sequence.SequenceMatcher;
import io.eqlair.engine.sequence.SequenceShape;
import io.eqlair.engine.sequence.StateBudget;
import io.eqlair.engine.sequence.StreamTime;
import io.eqlair.eql.analysis.AnalyzedQuery;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast stages match, and what a pending partial costs, with so many keys pending: each key gets a first event, then a
 * second that completes its sequence. Reading the events is not measured; one thread, its own CPU time.
 */
final class SequencesPart {

    private static final int BLOCK = 10_000;
    private static final long START = 1_700_000_000_000L;
    private static final long CLOCK = 2_000_000_000_000_000_000L;
    private static final String QUERY = "sequence by user.id with maxspan=1h"
            + " [process where event.action == \"start\"] [process where event.action == \"end\"]";

    private final Table table =
            new Table("pending keys", "first stages/s", "second stages/s", "bytes per partial, counted", "measured");
    private final CheckedRule rule;
    private final ItemTable items;
    private final AtomicLong arrivals = new AtomicLong();
    private final EventReader reader;
    private long documentBytes;

    SequencesPart() {
        rule = CheckedRule.of(new RuleDefinition("benchmark", "", QUERY, List.of(), EventRoles.ECS), EqlLimits.DEFAULT);
        RuleSet set = RuleSet.of(List.of(rule), EventRoles.ECS);
        items = ItemTable.of(query(), set.table(), EventRoles.ECS.category());
        reader = new EventReader(
                set.table(), EventRoles.ECS, EventLimits.DEFAULT, InstantSource.system(), arrivals::incrementAndGet);
    }

    void run(Report report) {
        round(100_000, false);
        round(100_000, false);
        for (int keys : new int[] {10_000, 100_000, 1_000_000}) {
            round(keys, true);
        }
        report.section("sequences", table.markdown());
    }

    private AnalyzedQuery.Sequence query() {
        return (AnalyzedQuery.Sequence) rule.query();
    }

    private void round(int keys, boolean print) {
        SequenceLimits defaults = SequenceLimits.DEFAULT;
        SequenceLimits limits = new SequenceLimits(
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                defaults.retention(),
                defaults.sampleWindow(),
                defaults.lateness(),
                defaults.idle(),
                defaults.skew());
        SequenceMatcher matcher = new SequenceMatcher(SequenceShape.live(query(), limits), new StateBudget(limits));
        StreamTime time = new StreamTime(limits);
        long before = usedMemory();
        documentBytes = 0;
        double first = phase(matcher, time, keys, "start", 0);
        // two minutes later, all first events are final
        time.observe((START + 120_000L) * 1_000_000, CLOCK);
        for (int i = 0; i < keys; i += BLOCK) {
            matcher.clean(time);
        }
        long counted = matcher.account().bytes();
        long documents = documentBytes;
        long used = usedMemory() - before;
        double second = phase(matcher, time, keys, "end", 120_000);
        if (print) {
            table.row(
                    keys,
                    Math.round(first),
                    Math.round(second),
                    (counted - documents) / keys,
                    (used - documents) / keys);
        }
    }

    /** Shows one event of each key; returns events per second of CPU time. */
    private double phase(SequenceMatcher matcher, StreamTime time, int keys, String action, long later) {
        long nanos = 0;
        for (int from = 0; from < keys; from += BLOCK) {
            List<Event> block = block(from, Math.min(BLOCK, keys - from), action, later);
            long started = cpuTime();
            for (Event event : block) {
                time.observe(event.stored().timestamp(), CLOCK);
                matcher.accept(event, items, time);
            }
            nanos += cpuTime() - started;
        }
        return keys * 1e9 / nanos;
    }

    private List<Event> block(int from, int count, String action, long later) {
        List<Event> events = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            byte[] document = document(i, action, START + later + i / 50_000);
            documentBytes += document.length;
            events.add(read(document));
        }
        return events;
    }

    private Event read(byte[] document) {
        try {
            return reader.read(document, Envelope.NONE);
        } catch (EventRejected impossible) {
            throw new IllegalStateException("document must be an event", impossible);
        }
    }

    private static byte[] document(int key, String action, long millis) {
        String json = "{\"@timestamp\":" + millis + ",\"event\":{\"category\":\"process\",\"action\":\"" + action
                + "\"},\"user\":{\"id\":\"S-1-5-21-1004336348-" + key + "\"}}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
