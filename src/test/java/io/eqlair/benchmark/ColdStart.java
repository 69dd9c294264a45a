package io.eqlair.benchmark;

import io.eqlair.catalog.LiveRules;
import io.eqlair.engine.DetectionEngine;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.RuleSet;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.event.EventRoles;
import io.eqlair.repository.RuleLocations;
import io.eqlair.repository.RuleSources;
import io.eqlair.rule.RuleLimits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * What {@link StartPart} runs in a JVM of its own: loads rules, shows them a stream, and prints what the heap holds after each. The
 * load itself writes its times to the log.
 */
final class ColdStart {

    private ColdStart() {}

    /** Takes the rules' location, and the file of events where there is one. */
    public static void main(String[] args) {
        DetectionEngine engine = new DetectionEngine(
                RuleSet.of(List.of(), EventRoles.ECS), EngineSettings.DEFAULT, InstantSource.system());
        long empty = steady();
        RuleLocations locations = new RuleLocations(List.of(args[0]), RuleLimits.DEFAULT);
        new LiveRules(RuleSources.of(locations), EqlLimits.DEFAULT, engine, () -> {}).load();
        long loaded = steady();
        EventStream stream = args.length > 1
                ? EventStream.of("real", EventStream.read(Path.of(args[1])))
                : EventStream.of("dense", LinuxStream.generate(18_000, 1));
        long before = steady();
        show(stream, engine);
        System.out.println("MEMORY " + (loaded - empty) + " " + (steady() - before) + " " + peak());
    }

    private static void show(EventStream stream, DetectionEngine engine) {
        Detecting detecting = new Detecting("start", engine, detections -> {});
        for (int pass = 0; pass < 3; pass++) {
            byte[][] documents = stream.pass(pass);
            long unused = detecting.take(documents, 0, documents.length);
        }
    }

    /** Bytes in use when nothing is left to collect. */
    private static long steady() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that the heap's pools ever held, added up, though they need not have done so at one time. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
