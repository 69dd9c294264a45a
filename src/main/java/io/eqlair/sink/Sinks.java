package io.eqlair.sink;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All sinks of the settings. */
public final class Sinks {

    /** A delivery under way at the end may take so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<RunningSink> sinks;

    public Sinks(List<RunningSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    /** In the order of their names. */
    public List<RunningSink> list() {
        return sinks;
    }

    public Optional<RunningSink> find(String name) {
        return sinks.stream().filter(sink -> sink.name().equals(name)).findFirst();
    }

    /** Starts those that are enabled; once. */
    public void start() {
        sinks.forEach(RunningSink::start);
    }

    /** Stops all, and returns when they have. */
    public void stop() {
        sinks.forEach(RunningSink::stop);
        try {
            for (RunningSink sink : sinks) {
                sink.join(PATIENCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
