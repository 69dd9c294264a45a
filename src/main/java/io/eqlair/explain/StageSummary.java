package io.eqlair.explain;

import io.eqlair.explain.Explanation.KeyState;
import io.eqlair.explain.Explanation.Role;
import io.eqlair.explain.Explanation.Stage;
import io.eqlair.explain.Explanation.Visibility;
import io.eqlair.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event is for a sequence or sample, in a sentence or two.
 *
 * @param keys those of the items that the event is come first
 */
record StageSummary(List<Stage> stages, List<KeyState> keys, boolean sample) {

    private static final int LONGEST_VALUE = 60;

    String text(Visibility index) {
        if (!index.visible()) {
            return Problem.EXPLAIN_NO_MATCH.text(Summary.hidden(index));
        }
        List<Stage> matched = stages.stream().filter(Stage::matches).toList();
        return matched.isEmpty() ? noItem() : items(matched) + " " + state(matched);
    }

    private String noItem() {
        Stage nearest = stages.stream()
                .min(Comparator.comparingInt(StageSummary::distance))
                .orElseThrow();
        if (nearest.condition().verdict()) {
            String absent = Summary.quoted(List.copyOf(nearest.absentKeys()));
            return Problem.EXPLAIN_NO_KEY.text(name(nearest), absent);
        }
        return Problem.EXPLAIN_NO_ITEM.text(name(nearest), Summary.why(nearest.condition()));
    }

    /** How many parts of its condition stand against an item. Another category outweighs all others. */
    private static int distance(Stage stage) {
        if (stage.condition().verdict()) {
            return 0;
        }
        List<Node> decisive = Summary.decisive(stage.condition());
        boolean otherCategory = decisive.getFirst().kind() == Node.Kind.CATEGORY;
        return otherCategory ? Integer.MAX_VALUE : decisive.size();
    }

    private String items(List<Stage> matched) {
        String names = matched.stream().map(this::name).collect(Collectors.joining(" and "));
        return Problem.EXPLAIN_ITEM.text(names);
    }

    private String name(Stage stage) {
        long items = stages.stream().filter(one -> one.role() != Role.UNTIL).count();
        return stage.role() == Role.UNTIL ? "`until`" : "item " + stage.number() + " of " + items;
    }

    /** What becomes of the event by what is pending for the key for which it is awaited, else for its first. */
    private String state(List<Stage> matched) {
        Stage stage = matched.getFirst();
        KeyState key = keys.stream().filter(KeyState::waitsForEvent).findFirst().orElse(keys.getFirst());
        return switch (stage.role()) {
            case UNTIL -> Problem.EXPLAIN_ITEM_ENDS.text();
            case MISSING -> Problem.EXPLAIN_ITEM_MUST_BE_MISSING.text();
            case ITEM -> sample ? sample(key) : sequence(matched, key);
        };
    }

    private String sequence(List<Stage> matched, KeyState key) {
        if (key.waitsForEvent()) {
            return Problem.EXPLAIN_ITEM_AWAITED.text(name(key));
        }
        int first = first();
        if (matched.getFirst().number() == first) {
            return Problem.EXPLAIN_ITEM_BEGINS.text();
        }
        return key.pending().isEmpty()
                ? Problem.EXPLAIN_ITEM_TOO_EARLY.text(name(key), first)
                : Problem.EXPLAIN_ITEM_NOT_AWAITED.text(name(key), awaited(key));
    }

    /** The item that a sequence begins with. */
    private int first() {
        return stages.stream()
                .filter(stage -> stage.role() == Role.ITEM)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static String awaited(KeyState key) {
        return key.pending().stream()
                .map(waiting -> waiting.item() == null ? "time to pass" : "item " + waiting.item())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String sample(KeyState key) {
        return key.pending().isEmpty()
                ? Problem.EXPLAIN_SAMPLE_ALONE.text(name(key))
                : Problem.EXPLAIN_SAMPLE_BEGUN.text(name(key), awaited(key));
    }

    /** Of a query without keys there is one key, which has no values. */
    private static String name(KeyState key) {
        List<@Nullable Object> values = key.key().values();
        return values.isEmpty()
                ? "the rule"
                : values.stream().map(StageSummary::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String literal(@Nullable Object value) {
        return value instanceof String text
                ? "\"" + Shortened.value(text, LONGEST_VALUE) + "\""
                : String.valueOf(value);
    }
}
