package io.eqlair.explain;

import io.eqlair.engine.sequence.JoinKey;
import io.eqlair.eql.analysis.Stage;
import io.eqlair.event.Event;
import io.eqlair.explain.Explanation.Role;
import java.util.Collection;
import java.util.List;

/**
 * An item of a sequence or sample.
 *
 * @param number from 1
 * @param stage as it was checked
 * @param mandatory the key fields without which an event has no key
 */
record StageQuestion(
        int number, Role role, int runs, Place place, Question condition, Stage stage, List<FieldSlot> mandatory) {

    StageQuestion {
        mandatory = List.copyOf(mandatory);
    }

    /** What an event is for the item. */
    Explanation.Stage ask(Event event, Collection<JoinKey> keys) {
        List<String> absent = mandatory.stream()
                .filter(field -> field.isAbsent(event))
                .map(FieldSlot::name)
                .toList();
        return new Explanation.Stage(number, role, runs, place, condition.ask(event), keys, absent);
    }
}
