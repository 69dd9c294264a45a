package io.eqlair.explain;

import io.eqlair.engine.matcher.EventMatcher;
import io.eqlair.engine.matcher.Evidence;
import io.eqlair.eql.value.Values;
import io.eqlair.event.Event;
import io.eqlair.problem.Problem;
import java.util.List;

/**
 * A leaf as it would be if case were ignored.
 *
 * @param text how its author would write it
 */
record FoldedLeaf(EventMatcher matcher, String text) {

    private static final int LONGEST_TEXT = 200;

    boolean matches(Event event) {
        return matcher.matches(event);
    }

    /** Which value would match, and what to write for it to do so. */
    String hint(Event event) {
        List<Evidence> evidence = matcher.evidence(event);
        String written = Shortened.line(text, LONGEST_TEXT);
        return evidence.isEmpty()
                ? Problem.EXPLAIN_CASE_DIFFERS.text(written)
                : Problem.EXPLAIN_CASE_DIFFERS_VALUE.text(written, value(evidence.getFirst()));
    }

    private static String value(Evidence evidence) {
        return Shortened.value(String.valueOf(Values.text(evidence.value())), LONGEST_TEXT);
    }
}
