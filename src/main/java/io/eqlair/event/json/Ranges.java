package io.eqlair.event.json;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Where the values of each slot stand. A value is known by its handle, a number from 0 in the order of the document; the values of a
 * slot are chained in that order. To be used again for the next document, without anything being allocated but when it grows.
 */
public final class Ranges {

    private static final int USUAL = 64;

    private final int[] first;
    private final int[] last;
    private final int[] counts;
    private int size;
    private int[] slots = new int[USUAL];
    private int[] starts = new int[USUAL];
    private int[] ends = new int[USUAL];
    private int[] nexts = new int[USUAL];
    private byte[] kinds = new byte[USUAL];

    private final boolean[] everUsed;

    /** Slots that had their first value ever since somebody last asked. */
    private final int[] firstUses;

    private int firstUseCount;

    /** Ranges for slots from 0. */
    public Ranges(int slotCount) {
        first = new int[slotCount];
        last = new int[slotCount];
        counts = new int[slotCount];
        everUsed = new boolean[slotCount];
        firstUses = new int[slotCount];
        Arrays.fill(first, -1);
    }

    /** Forgets all values. */
    public void clear() {
        for (int handle = 0; handle < size; handle++) {
            first[slots[handle]] = -1;
            counts[slots[handle]] = 0;
        }
        size = 0;
    }

    /** Forgets the values of the slots below a number. */
    public void clearBelow(int slot) {
        for (int i = 0; i < slot; i++) {
            first[i] = -1;
            counts[i] = 0;
        }
    }

    /** Notes that a value of a slot stands from {@code start} to before {@code end}. */
    public void add(int slot, int start, int end, byte kind) {
        int handle = size++;
        if (handle == starts.length) {
            grow();
        }
        slots[handle] = slot;
        starts[handle] = start;
        ends[handle] = end;
        kinds[handle] = kind;
        nexts[handle] = -1;
        if (counts[slot]++ == 0) {
            first[slot] = handle;
            if (!everUsed[slot]) {
                everUsed[slot] = true;
                firstUses[firstUseCount++] = slot;
            }
        } else {
            nexts[last[slot]] = handle;
        }
        last[slot] = handle;
    }

    /** Whether there is something to hand over. */
    public boolean hasFirstUses() {
        return firstUseCount > 0;
    }

    /** Hands over each slot that has ever had a value, once: in whatever document it was. */
    public void drainFirstUses(IntConsumer slot) {
        while (firstUseCount > 0) {
            slot.accept(firstUses[--firstUseCount]);
        }
    }

    private void grow() {
        int length = starts.length * 2;
        slots = Arrays.copyOf(slots, length);
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        nexts = Arrays.copyOf(nexts, length);
        kinds = Arrays.copyOf(kinds, length);
    }

    /** How many values there are in all slots; handles are below. */
    public int size() {
        return size;
    }

    /** How many values a slot has. */
    public int count(int slot) {
        return counts[slot];
    }

    /** The handle of a slot's first value, -1 if it has none. */
    public int first(int slot) {
        return first[slot];
    }

    /** The handle of a slot's last value, if it has any. */
    public int last(int slot) {
        return last[slot];
    }

    /** The handle of the next value of the same slot, -1 after the last. */
    public int next(int handle) {
        return nexts[handle];
    }

    /** Where a value begins; for a string, behind the quote. */
    public int start(int handle) {
        return starts[handle];
    }

    /** Where a value has ended; for a string, the place of the quote. */
    public int end(int handle) {
        return ends[handle];
    }

    /** One of {@link ValueKind}. */
    public byte kind(int handle) {
        return kinds[handle];
    }
}
