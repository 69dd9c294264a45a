package io.eqlair.alert;

import io.eqlair.alert.Suppression.Term;
import io.eqlair.engine.Detection;
import io.eqlair.engine.sequence.Step;
import io.eqlair.event.Event;
import io.eqlair.rule.AlertSuppression;
import io.eqlair.rule.AlertSuppression.StepField;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a detection is grouped by:
 *
 * <pre>
 * group_by = ["host.id"]                                        host.id = h1
 * group_by_v2 = [{field = "process.name", sequence_index = 1}]  process.name of the second event = nc
 * </pre>
 *
 * A field without an index is, in a sequence, what all events have in common: where they differ it is absent.
 */
final class SuppressionTerms {

    private final List<StepField> fields;
    private final StoredFields stored;

    SuppressionTerms(AlertSuppression suppression, InstantSource clock) {
        this.fields = fields(suppression);
        Set<String> names = fields.stream().map(StepField::field).collect(Collectors.toCollection(LinkedHashSet::new));
        this.stored = new StoredFields(names, clock);
    }

    private static List<StepField> fields(AlertSuppression suppression) {
        return Stream.concat(
                        suppression.groupBy().stream().map(field -> new StepField(field, null)),
                        suppression.groupByV2().stream())
                .toList();
    }

    /** The terms of a detection, in the order of the rule's fields. */
    List<Term> of(Detection detection) {
        List<Optional<Event>> events = detection.steps().stream()
                .map(Step::event)
                .map(event -> Optional.ofNullable(event).map(stored::reread))
                .toList();
        List<Term> terms = new ArrayList<>();
        for (StepField field : fields) {
            terms.add(new Term(field.field(), field.sequenceIndex(), value(field, events)));
        }
        return terms;
    }

    private @Nullable Object value(StepField field, List<Optional<Event>> events) {
        List<List<Object>> values = asked(field, events).stream()
                .flatMap(Optional::stream)
                .map(event -> stored.values(field.field(), event))
                .distinct()
                .toList();
        return values.size() == 1 ? asOne(values.getFirst()) : null;
    }

    private static List<Optional<Event>> asked(StepField field, List<Optional<Event>> events) {
        Integer index = field.sequenceIndex();
        if (index == null) {
            return events;
        }
        return index < events.size() ? List.of(events.get(index)) : List.of();
    }

    private static @Nullable Object asOne(List<Object> values) {
        return switch (values.size()) {
            case 0 -> null;
            case 1 -> values.getFirst();
            default -> values;
        };
    }
}
