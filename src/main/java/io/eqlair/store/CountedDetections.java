package io.eqlair.store;

/** Detections that were counted on alerts, of which each is remembered so that it is counted once. */
final class CountedDetections {

    /** What one takes in the store, with its place in the indexes: counted among the bytes of alerts, and about as much in fact. */
    static final long BYTES = 100;

    private CountedDetections() {}
}
