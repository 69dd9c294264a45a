package io.eqlair.sink;

import io.eqlair.alert.Alert;
import io.eqlair.alert.RawJson;
import io.eqlair.format.AlertDocuments;
import io.eqlair.format.AlertFormat;
import java.util.List;

/** The documents of alerts, each on one line. */
final class Documents {

    private Documents() {}

    /** In UTF-8, without a line end. */
    static List<byte[]> of(Alert alert, AlertFormat format) {
        return AlertDocuments.of(alert, format).stream()
                .map(RawJson::utf8)
                .map(Documents::onOneLine)
                .toList();
    }

    /** Events stand in alerts as they came, perhaps on several lines. A line end in JSON is a blank: in a text it is escaped. */
    private static byte[] onOneLine(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }
}
