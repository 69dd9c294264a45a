package io.eqlair.explain;

import java.util.stream.Collectors;

/** An explanation as a text to be compared. */
final class TreeText {

    private TreeText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder("  " + explanation.summary() + "\n");
        if (explanation.condition() != null) {
            append(explanation.condition(), "    ", text);
        }
        for (Explanation.Stage stage : explanation.stages()) {
            String keys = stage.keys().isEmpty() ? "no key: " + stage.absentKeys() : "keys: " + stage.keys();
            text.append("    %s %s x%s at %s, %s%n"
                    .formatted(stage.role().text(), stage.number(), stage.runs(), place(stage.place()), keys));
            append(stage.condition(), "      ", text);
        }
        return text.append('\n').toString();
    }

    private static void append(Node node, String indent, StringBuilder text) {
        String values = node.values().stream()
                .map(seen -> "  " + seen.field() + "=" + seen.values())
                .collect(Collectors.joining());
        text.append(indent)
                .append(node.verdict() ? "+ " : "- ")
                .append(node.kind().text())
                .append(' ')
                .append(place(node.place()))
                .append(node.children().isEmpty() ? " " + node.place().text() : "")
                .append(node.reason() == null ? "" : "  (" + node.reason().text() + ")")
                .append(values)
                .append('\n');
        if (node.hint() != null) {
            text.append(indent).append("    ").append(node.hint()).append('\n');
        }
        node.children().forEach(child -> append(child, indent + "  ", text));
    }

    private static String place(Place place) {
        return place.line() + ":" + place.column() + "+" + (place.end() - place.start());
    }
}
