package io.eqlair.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How alerts can be written. */
public enum AlertFormat {
    /** Eqlair's own: all that it knows of an alert. */
    NATIVE,
    /** As Kibana keeps alerts in Elasticsearch: {@code kibana.alert.*} around the fields of the event. */
    KIBANA,
    /** The Elastic Common Schema alone. */
    ECS,
    /** OCSF's class Detection Finding. */
    OCSF;

    /** The format of a word such as {@code native}. */
    public static Optional<AlertFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text))
                .findFirst();
    }

    /** The word in parameters and settings. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
