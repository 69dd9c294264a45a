package io.eqlair.alert;

import io.eqlair.alert.Alert.AlertRule;
import io.eqlair.event.Event;
import io.eqlair.event.StoredEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why there is an alert, in one sentence: {@code process event with process nc, parent process bash, by root on web1
 * created medium alert Netcat.} What the events do not say is left out.
 */
final class ReasonText {

    private static final String CATEGORY = "event.category";
    private static final String USER = "user.name";
    private static final String HOST = "host.name";
    private static final String HOSTNAME = "host.hostname";
    private static final int MOST_VALUES = 3;
    private static final int LONGEST_VALUE = 200;

    /** What is said after {@code with}, in this order. */
    private static final List<Part> PARTS = List.of(
            new Part("process", "process.name"),
            new Part("parent process", "process.parent.name"),
            new Part("file", "file.path"),
            new Part("registry", "registry.path"),
            new Part("source", "source.ip", "source.port"),
            new Part("destination", "destination.ip", "destination.port"),
            new Part("DNS question", "dns.question.name"),
            new Part("URL", "url.original"));

    private final StoredFields stored;

    ReasonText(InstantSource clock) {
        this.stored = new StoredFields(fields(), clock);
    }

    /** The sentence for the events of an alert, and the rule as the alert shows it. */
    String sentence(AlertRule rule, List<StoredEvent> matched) {
        List<Event> events = matched.stream().map(stored::reread).toList();
        List<String> parts = new ArrayList<>();
        PARTS.forEach(part -> add(parts, part.label() + " ", values(part, events)));
        String category = spaced(values(CATEGORY, events));
        String noun = events.size() == 1 ? "event" : "events";
        String with = parts.isEmpty() ? "" : " with " + String.join(", ", parts);
        return category + noun + with + whoAndWhere(events, parts.isEmpty()) + " created " + rule.severity() + " alert "
                + rule.name() + ".";
    }

    private String whoAndWhere(List<Event> events, boolean first) {
        List<String> parts = new ArrayList<>();
        add(parts, "by ", values(USER, events));
        Set<String> hosts = values(HOST, events);
        add(parts, "on ", hosts.isEmpty() ? values(HOSTNAME, events) : hosts);
        String comma = first || parts.isEmpty() ? " " : ", ";
        return parts.isEmpty() ? "" : comma + String.join(" ", parts);
    }

    private static void add(List<String> parts, String label, Set<String> values) {
        if (!values.isEmpty()) {
            parts.add(label + String.join(", ", values));
        }
    }

    private static String spaced(Set<String> values) {
        return values.isEmpty() ? "" : String.join(", ", values) + " ";
    }

    private Set<String> values(String field, List<Event> events) {
        Set<String> values = new LinkedHashSet<>();
        for (Event event : events) {
            stored.values(field, event).stream()
                    .map(value -> oneLine(value.toString()))
                    .filter(value -> values.size() < MOST_VALUES)
                    .forEach(values::add);
        }
        values.remove("");
        return values;
    }

    private Set<String> values(Part part, List<Event> events) {
        Set<String> values = values(part.fields().getFirst(), events);
        Set<String> second =
                part.fields().size() == 1 ? Set.of() : values(part.fields().getLast(), events);
        return values.size() == 1 && second.size() == 1
                ? Set.of(values.iterator().next() + ":" + second.iterator().next())
                : values;
    }

    private static String oneLine(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) + "…" : line;
    }

    private static Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(List.of(CATEGORY, USER, HOST, HOSTNAME));
        PARTS.forEach(part -> fields.addAll(part.fields()));
        return fields;
    }

    /** A label and the field it goes with, or the two that are put together with a colon. */
    private record Part(String label, List<String> fields) {

        Part(String label, String... fields) {
            this(label, List.of(fields));
        }
    }
}
