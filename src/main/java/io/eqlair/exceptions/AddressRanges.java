package io.eqlair.exceptions;

import io.eqlair.engine.matcher.ValueTest;
import io.eqlair.eql.pattern.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Passes addresses that are in one of many ranges, which takes a binary search: ranges that overlap are merged. What is no
 * address does not pass.
 */
final class AddressRanges implements ValueTest {

    private final List<AddressRange> disjoint;

    private AddressRanges(List<AddressRange> disjoint) {
        this.disjoint = disjoint;
    }

    static AddressRanges of(List<AddressRange> ranges) {
        List<AddressRange> merged = new ArrayList<>();
        for (AddressRange next : ranges.stream()
                .sorted(Comparator.comparing(AddressRange::first))
                .toList()) {
            AddressRange before = merged.isEmpty() ? null : merged.getLast();
            if (before == null || before.last().compareTo(next.first()) < 0) {
                merged.add(next);
            } else if (before.last().compareTo(next.last()) < 0) {
                merged.set(merged.size() - 1, new AddressRange(before.first(), next.last()));
            }
        }
        return new AddressRanges(List.copyOf(merged));
    }

    @Override
    public boolean accepts(Object value) {
        IpAddress address = value instanceof String text ? IpAddress.parse(text) : null;
        return address != null && contains(address);
    }

    /** Looks for the last range that begins at the address or before it. */
    private boolean contains(IpAddress address) {
        int low = 0;
        int high = disjoint.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (disjoint.get(middle).first().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && disjoint.get(low - 1).last().compareTo(address) >= 0;
    }
}
