package io.eqlair.sink;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a sink does at the moment. */
public enum SinkState {
    /** It takes alerts. */
    RUNNING,
    /** It failed, and is tried again in a while. */
    WAITING,
    /** It does not run. */
    STOPPED;

    /** The word in answers. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
