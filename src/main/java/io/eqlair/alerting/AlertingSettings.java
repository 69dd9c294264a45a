package io.eqlair.alerting;

import io.eqlair.store.Backlog;

/**
 * How alerts are handled.
 *
 * @param mostWaiting so many alerts of one request are stored together; more are stored in parts
 * @param mostDepth alerts that stand on so many others are not shown to rules on alerts
 * @param backlog takes what cannot be stored now
 * @param cap whether rules may raise so many alerts only as they say
 */
public record AlertingSettings(int mostWaiting, int mostDepth, Backlog backlog, SignalCap cap) {

    /** The usual depth. */
    public static final int DEPTH = 5;

    /** Each alert goes to a store at once that never fails. */
    public static AlertingSettings inMemory() {
        return new AlertingSettings(1, DEPTH, new Backlog(0), SignalCap.none());
    }
}
