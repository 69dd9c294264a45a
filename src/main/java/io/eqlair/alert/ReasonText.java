package io.eqlair.alert;

import io.eqlair.event.Envelope;
import io.eqlair.event.Event;
import io.eqlair.event.EventLimits;
import io.eqlair.event.EventReader;
import io.eqlair.event.EventRejected;
import io.eqlair.event.EventRoles;
import io.eqlair.event.FieldTable;
import io.eqlair.event.StoredEvent;
import io.eqlair.rule.Rule;
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

    private static final FieldTable TABLE = EventRoles.ECS.table(fields());

    private final EventReader reader;

    ReasonText(InstantSource clock) {
        EventLimits none = new EventLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
        this.reader = new EventReader(TABLE, EventRoles.ECS, none, clock, () -> 0);
    }

    String sentence(Rule rule, List<StoredEvent> matched) {
        List<Event> events = matched.stream().map(this::reread).toList();
        List<String> parts = new ArrayList<>();
        PARTS.forEach(part -> add(parts, part.label() + " ", part.values(events)));
        String category = spaced(values(CATEGORY, events));
        String noun = events.size() == 1 ? "event" : "events";
        String with = parts.isEmpty() ? "" : " with " + String.join(", ", parts);
        return category + noun + with + whoAndWhere(events, parts.isEmpty()) + " created "
                + rule.severity().text() + " alert " + rule.name() + ".";
    }

    private static String whoAndWhere(List<Event> events, boolean first) {
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

    /** The same document, with the fields that a sentence is made of. */
    private Event reread(StoredEvent event) {
        try {
            return reader.read(event.source(), Envelope.NONE);
        } catch (EventRejected impossible) {
            throw new IllegalStateException("what was read once can be read again", impossible);
        }
    }

    private static Set<String> values(String field, List<Event> events) {
        int slot = TABLE.slot(field);
        Set<String> values = new LinkedHashSet<>();
        for (Event event : events) {
            for (int i = 0; i < event.count(slot) && values.size() < MOST_VALUES; i++) {
                values.add(oneLine(event.value(slot, i).toString()));
            }
        }
        values.remove("");
        return values;
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

        Set<String> values(List<Event> events) {
            Set<String> values = ReasonText.values(fields.getFirst(), events);
            Set<String> second = fields.size() == 1 ? Set.of() : ReasonText.values(fields.getLast(), events);
            return values.size() == 1 && second.size() == 1
                    ? Set.of(values.iterator().next() + ":" + second.iterator().next())
                    : values;
        }
    }
}
