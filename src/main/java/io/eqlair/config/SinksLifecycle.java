package io.eqlair.config;

import io.eqlair.sink.Sinks;
import org.springframework.context.SmartLifecycle;

/** Runs the sinks from the start of the service to its end. */
final class SinksLifecycle implements SmartLifecycle {

    private final Sinks sinks;
    private volatile boolean running;

    SinksLifecycle(Sinks sinks) {
        this.sinks = sinks;
    }

    @Override
    public void start() {
        sinks.start();
        running = true;
    }

    @Override
    public void stop() {
        sinks.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What was stopped has let go of its connections, and is not started again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Below the web server's phase: started before it takes an event, stopped after it has answered the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
