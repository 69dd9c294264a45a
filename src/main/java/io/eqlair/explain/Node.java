package io.eqlair.explain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event makes of a part of a condition.
 *
 * @param verdict whether it holds
 * @param reason why it does not; null where it does, and for {@code and} and {@code or}, whose children say why
 * @param hint what would make it hold, for people; null where there is nothing to say
 * @param values what the event has in the fields that a leaf reads, in the order of the text
 * @param children the operands, in the order of the text
 */
public record Node(
        Kind kind,
        boolean verdict,
        @Nullable Reason reason,
        @Nullable String hint,
        Place place,
        List<Seen> values,
        List<Node> children) {

    /** What a part of a condition is. */
    public enum Kind {
        /** All children hold; also category and condition together. */
        AND,
        /** At least one child holds. */
        OR,
        /** Its child does not hold. */
        NOT,
        /** The event's category. */
        CATEGORY,
        /** A question about the values of fields. */
        LEAF,
        /** Known without an event. */
        CONSTANT;

        /** The word in answers: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Node {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }
}
