package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what rules remember as a row of records, each a type, a length and a content:
 *
 * <pre>
 * E  an event, numbered by its place among the events           written once, before the first key that has it
 * R  a rule: id, content hash                                   the keys up to the next rule are its own
 * K  a join key and its state, events as numbers
 * Z  the end
 * </pre>
 *
 * <p>So a reader can pass over the keys of a rule that is gone without losing the events that others share with it.
 */
public final class StateWriter {

    private final DataOutputStream out;
    private final Map<StoredEvent, Integer> numbers = new HashMap<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final DataOutputStream record = new DataOutputStream(content);

    public StateWriter(DataOutputStream out) {
        this.out = out;
    }

    /** Writes a rule and all that it remembers. */
    public void rule(String id, String contentHash, SequenceMatcher matcher) throws IOException {
        text(id);
        text(contentHash);
        flush('R');
        matcher.save(this);
    }

    /** Writes the end. */
    public void end() throws IOException {
        flush('Z');
        out.flush();
    }

    void flush(char type) throws IOException {
        record.flush();
        out.writeByte(type);
        out.writeInt(content.size());
        content.writeTo(out);
        content.reset();
    }

    /** Makes sure that events are known before a key refers to them. */
    void declare(Collection<StoredEvent> events) throws IOException {
        for (StoredEvent event : events) {
            if (numbers.putIfAbsent(event, numbers.size()) == null) {
                number(event.timestamp());
                number(event.arrival());
                value(event.tiebreaker());
                value(event.index());
                value(event.givenId());
                bytes(event.source());
                flush('E');
            }
        }
    }

    void event(StoredEvent event) throws IOException {
        Integer number = numbers.get(event);
        if (number == null) {
            throw new IllegalStateException("event must be declared: " + event.id());
        }
        record.writeInt(number);
    }

    void events(Collection<StoredEvent> events) throws IOException {
        count(events.size());
        for (StoredEvent event : events) {
            event(event);
        }
    }

    void count(int count) throws IOException {
        record.writeInt(count);
    }

    void number(long number) throws IOException {
        record.writeLong(number);
    }

    void partials(List<Partial> partials) throws IOException {
        count(partials.size());
        for (Partial partial : partials) {
            events(partial.events());
        }
    }

    void key(JoinKey key) throws IOException {
        List<@Nullable Object> values = key.values();
        count(values.size());
        for (Object value : values) {
            value(value);
        }
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> record.writeByte('n');
            case Boolean truth -> record.writeByte(truth ? 't' : 'f');
            case Long number -> {
                record.writeByte('l');
                record.writeLong(number);
            }
            case Double number -> {
                record.writeByte('d');
                record.writeDouble(number);
            }
            default -> {
                record.writeByte('s');
                text(value.toString());
            }
        }
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) throws IOException {
        record.writeInt(bytes.length);
        record.write(bytes);
    }
}
