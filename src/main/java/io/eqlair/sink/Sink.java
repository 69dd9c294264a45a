package io.eqlair.sink;

import io.eqlair.alert.Alert;
import java.util.List;

/** A place where alerts go on to. One thread at a time calls it, but for {@link #close}. */
public interface Sink extends AutoCloseable {

    /** The word for its kind in settings: {@code file}, {@code webhook}, {@code elasticsearch}. */
    String type();

    /** Where alerts go, for people: without anything that has to be kept secret. */
    String target();

    /** How many alerts it takes at once, at most. */
    int most();

    /**
     * Hands alerts over.
     *
     * @param batch in the order in which they are to arrive; at least one
     * @return what became of each, in the same order; of the first ones only where all together are too large
     */
    List<Receipt> deliver(List<Alert> batch);

    /** Lets go of what it holds; a delivery under way fails. */
    @Override
    void close();
}
