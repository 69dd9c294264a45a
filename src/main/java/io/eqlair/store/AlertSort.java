package io.eqlair.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order alerts are listed. Those that are alike come in the order in which they were stored, or its reverse. */
public record AlertSort(Key key, boolean descending) {

    /** As they were stored. */
    public static final AlertSort STORED = new AlertSort(Key.DETECTED_AT, false);

    /** The latest first. */
    public static final AlertSort LATEST = new AlertSort(Key.DETECTED_AT, true);

    /** What decides. */
    public enum Key {
        /** The order in which they were stored, which is that of their detection but for what several services do at once. */
        DETECTED_AT("seq"),
        EVENT_TIME("event_time"),
        SEVERITY("severity"),
        RISK_SCORE("risk_score");

        private final String column;

        Key(String column) {
            this.column = column;
        }

        /** The key of a word such as {@code event_time}. */
        public static Optional<Key> parse(String text) {
            return Arrays.stream(values())
                    .filter(key -> key.text().equals(text))
                    .findFirst();
        }

        /** The word in requests. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        String column() {
            return column;
        }
    }

    /** What comes behind a position. */
    String behind() {
        return "(" + key.column() + ", seq) " + (descending ? "<" : ">") + " (:after_value, :after_seq)";
    }

    String sql() {
        String direction = descending ? " desc" : "";
        return key.column() + direction + ", seq" + direction;
    }
}
