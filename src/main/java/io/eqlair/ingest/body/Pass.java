package io.eqlair.ingest.body;

/** A body that was let in: it says how far it has come. For one thread, and those that it waits for. */
public final class Pass implements BodyListener, AutoCloseable {

    private final Admission admission;
    private final long announced;
    private long received;
    private long weight;
    private long waited;

    Pass(Admission admission, long announced) {
        this.admission = admission;
        this.announced = announced;
        this.weight = announced;
    }

    @Override
    public void waits() {
        weigh(Math.min(received, admission.mostKept()));
    }

    @Override
    public void goesOn(int bytes) {
        received += bytes;
        weigh(Math.max(announced - received, Math.min(received, admission.mostKept())));
    }

    private void weigh(long now) {
        admission.reweigh(now - weight);
        weight = now;
    }

    /** It has waited for a core. */
    public void waited(long nanos) {
        waited += nanos;
        admission.waited(waited);
    }

    @Override
    public void close() {
        weigh(0);
    }
}
