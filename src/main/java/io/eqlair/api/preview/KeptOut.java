package io.eqlair.api.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eqlair.catalog.RuleEntry;
import io.eqlair.engine.EngineSettings;
import io.eqlair.engine.Exemption;
import io.eqlair.event.EventRejected;
import io.eqlair.exceptions.ExceptionItem;
import io.eqlair.exceptions.ExceptionSet;
import io.eqlair.exceptions.ExceptionState;
import io.eqlair.explain.Explanation;
import io.eqlair.problem.Problem;
import io.eqlair.rule.Rule;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exception that keeps an event from a rule that it matches.
 *
 * @param step the item that it is about, from 0; null for any
 * @param items of a sequence or sample, the numbers of those items that the event matches and does not count as
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptOut(
        String id,
        String name,
        @Nullable Integer step,
        @Nullable List<Integer> items) {

    /** Those in force that apply to an event; none where it does not match. */
    static List<KeptOut> of(
            RuleEntry entry,
            Explanation explanation,
            byte[] document,
            ExceptionSet set,
            EngineSettings settings,
            InstantSource clock) {
        Rule rule = entry.rule();
        List<KeptOut> keptOut = new ArrayList<>();
        if (rule == null || !explanation.matches()) {
            return keptOut;
        }
        for (ExceptionItem item : set.itemsFor(rule)) {
            List<Integer> items = items(explanation, item.terms().step());
            boolean concerned = explanation.condition() == null
                    ? !items.isEmpty()
                    : isFirst(item.terms().step());
            Exemption exemption = set.exemption(item.id());
            if (concerned
                    && exemption != null
                    && ExceptionState.of(item, clock.instant()) == ExceptionState.ACTIVE
                    && isAbout(exemption, document, settings, clock)) {
                boolean single = explanation.condition() != null;
                keptOut.add(
                        new KeptOut(item.id(), item.terms().name(), item.terms().step(), single ? null : items));
            }
        }
        return keptOut;
    }

    /** A rule of single events has one item. */
    private static boolean isFirst(@Nullable Integer step) {
        return step == null || step == 0;
    }

    private static List<Integer> items(Explanation explanation, @Nullable Integer step) {
        return explanation.stages().stream()
                .filter(stage -> stage.role() == Explanation.Role.ITEM && stage.matches())
                .map(Explanation.Stage::number)
                .filter(number -> step == null || number - 1 == step)
                .toList();
    }

    /** The event was read once already, with the fields of the rule. */
    private static boolean isAbout(Exemption exemption, byte[] document, EngineSettings settings, InstantSource clock) {
        try {
            return exemption.isAbout(document, settings, clock);
        } catch (EventRejected impossible) {
            throw new IllegalStateException("an event that was read can be read again", impossible);
        }
    }

    /** For the end of a summary; empty where there are none. */
    static String sentence(List<KeptOut> exceptions) {
        String names = exceptions.stream()
                .map(exception -> "`" + exception.name() + "`" + exception.from())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " " + Problem.EXPLAIN_EXCEPTED.message(names);
    }

    private String from() {
        return items == null
                ? ""
                : " (as item " + items.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }
}
