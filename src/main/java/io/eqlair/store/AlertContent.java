package io.eqlair.store;

import io.eqlair.alert.Alert;
import io.eqlair.alert.AlertFields;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a filter only the documents of alerts can answer, so that they must be read for it. */
final class AlertContent {

    private final @Nullable String text;
    private final Map<String, Set<String>> wanted;
    private final AlertFields fields;

    AlertContent(AlertFilter filter) {
        this.text = filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT);
        this.wanted = filter.fields();
        this.fields = new AlertFields(wanted.keySet());
    }

    /** Whether any alert would do. */
    boolean acceptsAll() {
        return text == null && wanted.isEmpty();
    }

    boolean accepts(Alert alert) {
        return (text == null || alert.reason().toLowerCase(Locale.ROOT).contains(text))
                && wanted.entrySet().stream().allMatch(field -> has(alert, field.getKey(), field.getValue()));
    }

    private boolean has(Alert alert, String field, Set<String> values) {
        return fields.values(alert, field).stream().anyMatch(value -> values.contains(value.toString()));
    }
}
