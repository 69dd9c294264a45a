package io.eqlair.cli;

import io.eqlair.alert.Alert;
import io.eqlair.format.AlertDocuments;
import io.eqlair.format.AlertFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as NDJSON, one to a line, as the service writes them. For one thread. */
final class AlertLines {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build()
            .writerFor(Alert.class);

    private final OutputStream out;
    private final AlertFormat format;
    private @Nullable IOException failure;

    AlertLines(OutputStream out, AlertFormat format) {
        this.out = out;
        this.format = format;
    }

    /** Writes an alert; after a failure nothing more, since whoever reads on would miss one. */
    void write(Alert alert) {
        if (format == AlertFormat.NATIVE) {
            write(JSON.writeValueAsBytes(alert));
        } else {
            AlertDocuments.of(alert, format).forEach(document -> write(document.utf8()));
        }
    }

    private void write(byte[] json) {
        if (failure != null) {
            return;
        }
        byte[] line = Arrays.copyOf(json, json.length + 1);
        putOnOneLine(line);
        line[json.length] = '\n';
        try {
            out.write(line);
        } catch (IOException broken) {
            failure = broken;
        }
    }

    /** An event stands in its alert as it came, which may be on several lines; in JSON their ends are blanks. */
    private static void putOnOneLine(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            json[i] = json[i] == '\n' || json[i] == '\r' ? (byte) ' ' : json[i];
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
