package io.eqlair.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A body that was let in: it says how far it has come. For one thread, and those that it waits for. */
public final class Pass implements BodyListener, AutoCloseable {

    private final Admission admission;
    private long announced;
    private long mostKept;
    private long kept;
    private long received;
    private long weight;
    private long waited;
    private LongSupplier held;

    Pass(Admission admission, long announced) {
        this.admission = admission;
        this.announced = announced;
        this.mostKept = admission.mostKept();
        this.weight = announced;
        this.held = () -> Long.MAX_VALUE;
    }

    /** Says how many bytes of it are in memory at a time: what weighs while its sender is waited for. */
    public void keeps(LongSupplier bytes) {
        held = bytes;
    }

    /** Something that was made of it stays in memory to the end. */
    public void keeps(int bytes) {
        kept += bytes;
    }

    @Override
    public void waits() {
        weigh(kept + Math.min(received, Math.min(mostKept, held.getAsLong())));
    }

    @Override
    public void goesOn(int bytes) {
        received += bytes;
        weigh(kept + Math.max(announced - received, Math.min(received, mostKept)));
    }

    /** Reads all of the body into memory, where it weighs as much to the end, beside the events that are made of it. */
    public byte[] readWhole(Body body, BodyLimits limits) throws IOException {
        mostKept = Long.MAX_VALUE;
        try (InputStream bytes = body.open(limits, this)) {
            byte[] whole = bytes.readAllBytes();
            kept = whole.length;
            return whole;
        } finally {
            announced = 0;
            received = 0;
            mostKept = admission.mostKept();
            weigh(kept);
        }
    }

    private void weigh(long now) {
        admission.reweigh(now - weight);
        weight = now;
    }

    /** It has waited for a core. When it has for too long others are kept out; then it must wait as long again for that. */
    public void waited(long nanos) {
        waited += nanos;
        if (admission.isTooLong(waited)) {
            admission.pause();
            waited = 0;
        }
    }

    @Override
    public void close() {
        weigh(0);
    }
}
