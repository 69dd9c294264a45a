package io.eqlair.ingest.bulk;

import io.eqlair.event.Envelope;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The ids of documents that were acknowledged lately, so that a shipper that sends again is told so. Each takes 8 bytes, and puts the
 * one out that was in its place: an id that is forgotten makes no second alert, it is only reported as new. Thread-safe.
 *
 * <pre>
 * place   hash of index and id
 *     0   0                        nobody yet
 *     1   4f8a…0001                its last bits are the place
 * </pre>
 */
public final class SeenIds {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final AtomicLongArray hashes;

    /** Remembers as many as that at most, which is rounded up to a power of two. */
    public SeenIds(int most) {
        int places = Integer.highestOneBit(Math.max(most - 1, 1)) << 1;
        this.hashes = new AtomicLongArray(places);
    }

    /** Whether a document that has an id was added; false if it has none. */
    public boolean contains(Envelope document) {
        long hash = hash(document);
        return document.id() != null && hashes.get(place(hash)) == hash;
    }

    /** Remembers the id of a document, if it has one. */
    public void add(Envelope document) {
        if (document.id() != null) {
            long hash = hash(document);
            hashes.set(place(hash), hash);
        }
    }

    private int place(long hash) {
        return (int) hash & (hashes.length() - 1);
    }

    private static long hash(Envelope document) {
        long hash = add(FNV_OFFSET, String.valueOf(document.index()));
        return add(hash * FNV_PRIME, String.valueOf(document.id())) | Long.MIN_VALUE; // so that none is 0
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * FNV_PRIME;
        }
        return sum;
    }
}
