package io.eqlair.ingest.body;

/** Is told how a body comes in. */
public interface BodyListener {

    /** Whom it does not concern. */
    BodyListener NOBODY = new BodyListener() {
        @Override
        public void waits() {}

        @Override
        public void goesOn(int bytes) {}
    };

    /** Bytes are waited for from now on. */
    void waits();

    /** So many have come, unpacked; 0 at the end. */
    void goesOn(int bytes);
}
