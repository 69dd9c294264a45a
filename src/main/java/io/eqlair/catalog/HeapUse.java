package io.eqlair.catalog;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * How much of the heap is in use, in bytes.
 *
 * @param steady what was left after a collection
 * @param peak the most of each part of the heap so far, which is at least what all had together at any time
 */
record HeapUse(long steady, long peak) {

    /** Collects garbage first, which stops everything for as long as there is much to look at. */
    static HeapUse afterCollection() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        System.gc();
        return new HeapUse(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), peak);
    }

    @Override
    public String toString() {
        return "heap " + (steady >> 20) + " MB steady and " + (peak >> 20) + " MB at its peak";
    }
}
