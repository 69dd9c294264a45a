package io.eqlair.ingest.otlp;

/** Some bytes of a body. */
record Slice(int offset, int length) {

    /** Of what is not there. */
    static final Slice NONE = new Slice(0, 0);

    int end() {
        return offset + length;
    }
}
