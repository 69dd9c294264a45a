package io.eqlair.ingest.otlp;

import io.eqlair.event.EventRejected;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The records of a request of which no document could be made: which they are, how many for each reason, and why the first were. */
public final class Refusals {

    /** Told one by one. */
    private static final int TOLD = 3;

    private final BitSet positions = new BitSet();
    private final Map<String, Integer> byCode = new TreeMap<>();
    private final List<RefusedRecord> first = new ArrayList<>();

    void add(int position, EventRejected why) {
        positions.set(position);
        byCode.merge(why.code(), 1, Integer::sum);
        if (first.size() < TOLD) {
            first.add(new RefusedRecord(position, why.code(), String.valueOf(why.getMessage())));
        }
    }

    /** How many there are. */
    public int count() {
        return positions.cardinality();
    }

    /** How many there are, by the stable names of the reasons. */
    public Map<String, Integer> byCode() {
        return byCode;
    }

    /** The first few, in their order. */
    public List<RefusedRecord> first() {
        return first;
    }

    /** Which record a document was made of, both from 0. */
    public int record(int document) {
        int record = positions.nextClearBit(0);
        for (int i = 0; i < document; i++) {
            record = positions.nextClearBit(record + 1);
        }
        return record;
    }
}
