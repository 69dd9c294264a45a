package io.eqlair.alert;

import io.eqlair.alert.Suppression.Term;
import io.eqlair.engine.Detection;
import io.eqlair.engine.sequence.Step;
import io.eqlair.event.StoredEvent;
import io.eqlair.rule.AlertSuppression;
import io.eqlair.rule.AlertSuppression.StepField;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        List<Term> terms = new ArrayList<>();
        for (StepField field : fields) {
            terms.add(new Term(field.field(), field.sequenceIndex(), value(field, detection)));
        }
        return terms;
    }

    private @Nullable Object value(StepField field, Detection detection) {
        List<StoredEvent> events = events(field, detection.steps());
        List<List<Object>> values = events.stream()
                .map(event -> stored.values(field.field(), stored.reread(event)))
                .distinct()
                .toList();
        return values.size() == 1 ? asOne(values.getFirst()) : null;
    }

    private static List<StoredEvent> events(StepField field, List<Step> steps) {
        Integer index = field.sequenceIndex();
        List<Step> asked = index == null ? steps : index < steps.size() ? List.of(steps.get(index)) : List.of();
        return asked.stream().flatMap(step -> Stream.ofNullable(step.event())).toList();
    }

    private static @Nullable Object asOne(List<Object> values) {
        return switch (values.size()) {
            case 0 -> null;
            case 1 -> values.getFirst();
            default -> values;
        };
    }
}
