package io.eqlair.cli;

import io.eqlair.alert.Alert;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as NDJSON, one to a line, in the format of the service. For one thread. */
final class AlertLines {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build()
            .writerFor(Alert.class);

    private final OutputStream out;
    private @Nullable IOException failure;

    AlertLines(OutputStream out) {
        this.out = out;
    }

    /** Writes an alert; after a failure nothing more, since whoever reads on would miss one. */
    void write(Alert alert) {
        if (failure != null) {
            return;
        }
        byte[] json = JSON.writeValueAsBytes(alert);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        try {
            out.write(line);
        } catch (IOException broken) {
            failure = broken;
        }
    }

    /** Whether there is no use in going on. */
    boolean failed() {
        return failure != null;
    }

    /** Why; null where all is well, or the reader has seen enough, as {@code head} does. */
    @Nullable
    String complaint() {
        String reason = failure == null ? null : String.valueOf(failure.getMessage());
        return reason == null || reason.toLowerCase(Locale.ROOT).contains("pipe") ? null : reason;
    }
}
