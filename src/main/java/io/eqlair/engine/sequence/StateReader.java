package io.eqlair.engine.sequence;

import io.eqlair.event.StoredEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote. Any disorder is an {@link IOException}. */
public final class StateReader {

    /** Finds the rule that a snapshot speaks of. */
    @FunctionalInterface
    public interface Rules {

        /** The rule's state, which must be fresh; null where the rule is gone or has changed. */
        @Nullable
        SequenceMatcher find(String id, String contentHash);
    }

    private final DataInputStream in;
    private final List<StoredEvent> events = new ArrayList<>();
    private DataInputStream record = new DataInputStream(new ByteArrayInputStream(new byte[0]));
    private int keys;

    public StateReader(DataInputStream in) {
        this.in = in;
    }

    /** Reads to the end and fills the states of the rules. Returns how many keys were restored. */
    public int readInto(Rules rules) throws IOException {
        SequenceMatcher matcher = null;
        for (int type = next(); type != 'Z'; type = next()) {
            switch (type) {
                case 'E' -> events.add(declaredEvent());
                case 'R' -> matcher = rules.find(text(), text());
                case 'K' -> {
                    if (matcher != null) {
                        matcher.restore(this);
                        keys++;
                    }
                }
                default -> throw new IOException("unknown record: " + type);
            }
        }
        return keys;
    }

    private int next() throws IOException {
        int type = in.readByte();
        int length = in.readInt();
        byte[] content = in.readNBytes(length);
        if (content.length != length) {
            throw new IOException("record is cut off: " + content.length + " of " + length + " bytes");
        }
        record = new DataInputStream(new ByteArrayInputStream(content));
        return type;
    }

    private StoredEvent declaredEvent() throws IOException {
        long timestamp = number();
        long arrival = number();
        Object tiebreaker = value();
        String index = optionalText();
        String id = optionalText();
        return new StoredEvent(bytes(), index, id, timestamp, tiebreaker, arrival, 0);
    }

    private @Nullable String optionalText() throws IOException {
        Object value = value();
        return value == null ? null : value.toString();
    }

    StoredEvent event() throws IOException {
        int number = record.readInt();
        if (number < 0 || number >= events.size()) {
            throw new IOException("event was not declared: " + number);
        }
        return events.get(number);
    }

    List<StoredEvent> someEvents() throws IOException {
        List<StoredEvent> some = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            some.add(event());
        }
        return some;
    }

    int count() throws IOException {
        return record.readInt();
    }

    long number() throws IOException {
        return record.readLong();
    }

    List<Partial> partials() throws IOException {
        List<Partial> partials = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            partials.add(partial());
        }
        return partials;
    }

    /** A state of a machine: partials that are not complete, the longest first. */
    Partial[] state(Machine machine) throws IOException {
        Partial[] state = partials().toArray(Partial[]::new);
        int longest = machine.stages();
        for (Partial partial : state) {
            if (partial.length() >= longest) {
                throw new IOException(
                        "partial of " + partial.length() + " events where fewer than " + longest + " fit");
            }
            longest = partial.length();
        }
        return state;
    }

    /** A sequence that has all its events. */
    Partial complete(Machine machine) throws IOException {
        Partial sequence = partial();
        if (sequence.length() != machine.stages()) {
            throw new IOException("sequence of " + sequence.length() + " events instead of " + machine.stages());
        }
        return sequence;
    }

    private Partial partial() throws IOException {
        List<StoredEvent> all = someEvents();
        if (all.isEmpty()) {
            throw new IOException("partial without events");
        }
        Partial partial = Partial.of(all.getFirst());
        for (StoredEvent event : all.subList(1, all.size())) {
            partial = partial.with(event);
        }
        return partial;
    }

    JoinKey key() throws IOException {
        int size = count();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value());
        }
        return size == 0 ? JoinKey.NONE : JoinKey.of(values.toArray());
    }

    private @Nullable Object value() throws IOException {
        int type = record.readByte();
        return switch (type) {
            case 'n' -> null;
            case 't' -> true;
            case 'f' -> false;
            case 'l' -> (Object) record.readLong();
            case 'd' -> (Object) record.readDouble();
            case 's' -> text();
            default -> throw new IOException("unknown value: " + type);
        };
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        int length = record.readInt();
        byte[] bytes = record.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("value is cut off: " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }
}
