package io.eqlair.explain;

import io.eqlair.eql.value.Values;
import io.eqlair.explain.Explanation.Visibility;
import io.eqlair.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An explanation in a sentence: of all that does not hold, the first part that suffices. */
final class Summary {

    private static final int LONGEST_TEXT = 120;
    private static final int LONGEST_VALUE = 60;
    private static final int MOST_VALUES = 3;

    private Summary() {}

    /** What a rule of single events makes of one. */
    static String of(Visibility index, @Nullable Node condition) {
        if (!index.visible()) {
            return Problem.EXPLAIN_NO_MATCH.text(hidden(index));
        }
        return condition == null || condition.verdict()
                ? Problem.EXPLAIN_MATCHES.text()
                : Problem.EXPLAIN_NO_MATCH.text(why(condition));
    }

    /** Why the rule is not shown the event. */
    static String hidden(Visibility index) {
        String patterns =
                quoted(index.patterns().stream().map(Object.class::cast).toList());
        return index.event() == null
                ? Problem.EXPLAIN_INDEX_UNKNOWN.text(patterns)
                : Problem.EXPLAIN_INDEX.text(index.event(), patterns);
    }

    /** Why a condition does not hold, as half a sentence. */
    static String why(Node condition) {
        List<Node> decisive = decisive(condition);
        String first = reason(decisive.getFirst());
        boolean isCategory = decisive.getFirst().kind() == Node.Kind.CATEGORY;
        return isCategory ? first : withMore(first, decisive.size() - 1);
    }

    private static String withMore(String first, int more) {
        return switch (more) {
            case 0 -> first;
            case 1 -> Problem.EXPLAIN_ONE_MORE.text(first);
            default -> Problem.EXPLAIN_MORE.text(first, more);
        };
    }

    /** The parts each of which suffices for the condition not to hold. */
    static List<Node> decisive(Node node) {
        if (node.kind() != Node.Kind.AND || node.children().stream().allMatch(Node::verdict)) {
            return List.of(node);
        }
        return node.children().stream()
                .filter(child -> !child.verdict())
                .flatMap(child -> decisive(child).stream())
                .toList();
    }

    private static String reason(Node node) {
        String text = Shortened.line(node.place().text(), LONGEST_TEXT);
        return switch (node.kind()) {
            case CATEGORY -> Problem.EXPLAIN_CATEGORY.text(text, category(node));
            case OR -> Problem.EXPLAIN_ALTERNATIVES.text(node.children().size(), text);
            case AND, NOT, LEAF, CONSTANT -> Problem.EXPLAIN_PART.text(text, detail(node));
        };
    }

    private static String category(Node node) {
        String values = values(List.of(node));
        return values.isEmpty() ? "none" : values;
    }

    private static String detail(Node node) {
        Reason reason = node.reason() == null ? Reason.NEVER_TRUE : node.reason();
        String seen = switch (reason) {
            case ABSENT -> absent(node);
            case NEGATED -> values(holding(node.kind() == Node.Kind.NOT ? node.children() : List.of(node)));
            default -> values(List.of(node));
        };
        return seen.isEmpty() ? reason.text() : reason.text() + ": " + seen;
    }

    /** The leaves that made a part hold whose denial does not. */
    private static List<Node> holding(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> switch (node.kind()) {
                    case AND, OR ->
                        holding(node.children().stream().filter(Node::verdict).toList()).stream();
                    case LEAF -> Stream.of(node);
                    case NOT, CATEGORY, CONSTANT -> Stream.of();
                })
                .toList();
    }

    private static String absent(Node node) {
        return quoted(node.values().stream()
                .filter(seen -> seen.total() == 0)
                .map(seen -> (Object) seen.field())
                .toList());
    }

    private static String values(List<Node> nodes) {
        return quoted(nodes.stream()
                .flatMap(node -> node.values().stream())
                .flatMap(seen -> seen.values().stream())
                .toList());
    }

    /** The first few in backticks. */
    static String quoted(List<Object> values) {
        String shown = values.stream()
                .limit(MOST_VALUES)
                .map(value -> "`" + Shortened.value(String.valueOf(Values.text(value)), LONGEST_VALUE) + "`")
                .collect(Collectors.joining(", "));
        return values.size() > MOST_VALUES ? shown + ", …" : shown;
    }
}
