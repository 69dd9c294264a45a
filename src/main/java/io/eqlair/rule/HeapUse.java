package io.eqlair.rule;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * How much of the heap is in use, in bytes.
 *
 * @param now garbage included, unless it has just been collected
 * @param peak the most of each part of the heap so far, which is at least what all had together at any time
 */
record HeapUse(long now, long peak) {

    static HeapUse measure() {
        long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        return new HeapUse(now, peak);
    }

    @Override
    public String toString() {
        return "heap in use " + (now >> 20) + " MB, at most " + (peak >> 20) + " MB so far";
    }
}
