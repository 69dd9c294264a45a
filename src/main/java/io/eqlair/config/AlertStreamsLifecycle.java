package io.eqlair.config;

import io.eqlair.api.alerts.AlertStreams;
import org.springframework.context.SmartLifecycle;

/** Ends the streams of alerts before the web server waits for the requests under way, of which each stream is one without an end. */
final class AlertStreamsLifecycle implements SmartLifecycle {

    private final AlertStreams streams;
    private volatile boolean running;

    AlertStreamsLifecycle(AlertStreams streams) {
        this.streams = streams;
    }

    @Override
    public void start() {
        streams.begin();
        running = true;
    }

    @Override
    public void stop() {
        streams.end();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest there is: stopped first. The web server begins to wait one phase below. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
