package io.eqlair.api.preview;

import io.eqlair.explain.Node;
import io.eqlair.explain.Place;
import io.eqlair.explain.Reason;
import io.eqlair.explain.Seen;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event makes of a part of a condition.
 *
 * @param kind {@code and}, {@code or}, {@code not}, {@code category}, {@code leaf}, or {@code constant} for what is the same
 *     for every event
 * @param verdict whether it holds
 * @param reason why it does not; null where it does, and for {@code and} and {@code or}, whose children say why
 * @param hint what to do for it to hold; null where there is nothing to say
 * @param text as it stands in the rule, shortened where it is long
 * @param values what the event has in the fields that it reads
 */
record ShownNode(
        @Schema(allowableValues = {"and", "or", "not", "category", "leaf", "constant"})
        String kind,

        boolean verdict,

        @Schema(
                allowableValues = {
                    "absent",
                    "type",
                    "case differs",
                    "pattern",
                    "value",
                    "negated",
                    "always true",
                    "never true",
                    "not this category"
                })
        @Nullable
        String reason,

        @Nullable String hint,
        String text,
        ShownSpan span,
        List<ShownValues> values,
        List<ShownNode> children) {

    static ShownNode of(Node node) {
        return new ShownNode(
                node.kind().text(),
                node.verdict(),
                text(node.reason()),
                node.hint(),
                node.place().text(),
                ShownSpan.of(node.place()),
                node.values().stream().map(ShownValues::of).toList(),
                node.children().stream().map(ShownNode::of).toList());
    }

    static @Nullable String text(@Nullable Reason reason) {
        return reason == null ? null : reason.text();
    }

    /**
     * Where it stands in the rule's query.
     *
     * @param start offset in UTF-16 units, from 0
     * @param end offset after its last unit
     * @param line of its start, from 1
     * @param column of its start, from 1
     */
    record ShownSpan(int start, int end, int line, int column) {

        static ShownSpan of(Place place) {
            return new ShownSpan(place.start(), place.end(), place.line(), place.column());
        }
    }

    /**
     * What the event has in a field.
     *
     * @param values the first few
     * @param total how many there are in all, 0 where the field is absent
     */
    record ShownValues(String field, List<Object> values, int total) {

        static ShownValues of(Seen seen) {
            return new ShownValues(seen.field(), seen.values(), seen.total());
        }
    }
}
