package io.eqlair.config;

import io.eqlair.engine.ExemptionHits;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionSet;
import io.eqlair.exceptions.ExceptionState;
import io.eqlair.exceptions.LiveExceptions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** A counter for the hits of each exception there is, and a gauge of the files that are none. Exceptions come and go. */
final class ExceptionMeters {

    private final LiveExceptions live;
    private final MeterRegistry registry;

    /** By the exception's id. */
    private final Map<String, Meter> counters = new HashMap<>();

    private ExceptionMeters(LiveExceptions live, MeterRegistry registry) {
        this.live = live;
        this.registry = registry;
    }

    static ExceptionMeters watching(LiveExceptions live, MeterRegistry registry) {
        ExceptionMeters meters = new ExceptionMeters(live, registry);
        Gauge.builder("eqlair.exceptions", live, ExceptionMeters::inOrder)
                .description("Exceptions and value lists: loaded exceptions, and files that were rejected")
                .tag("state", "loaded")
                .register(registry);
        Gauge.builder("eqlair.exceptions", live, ExceptionMeters::rejected)
                .description("Exceptions and value lists: loaded exceptions, and files that were rejected")
                .tag("state", ExceptionState.REJECTED.text())
                .register(registry);
        meters.refresh();
        live.watch(meters::refresh);
        return meters;
    }

    private static int inOrder(LiveExceptions live) {
        return live.set().items().size();
    }

    private static int rejected(LiveExceptions live) {
        return live.set().rejected().size() + live.set().rejectedLists().size();
    }

    private synchronized void refresh() {
        ExceptionSet set = live.set();
        for (Iterator<Map.Entry<String, Meter>> known = counters.entrySet().iterator(); known.hasNext(); ) {
            Map.Entry<String, Meter> counter = known.next();
            if (set.find(counter.getKey()).isEmpty()) {
                registry.remove(counter.getValue());
                known.remove();
            }
        }
        for (ExceptionItem item : set.items()) {
            ExemptionHits hits = set.hits(item.id());
            if (hits != null) {
                counters.computeIfAbsent(item.id(), id -> counter(id, hits));
            }
        }
    }

    private Meter counter(String id, ExemptionHits hits) {
        return FunctionCounter.builder("eqlair.exceptions.hits", hits, ExemptionHits::count)
                .description("Events, and complete sequences, that an exception kept from a rule")
                .tag("exception", id)
                .register(registry);
    }
}
