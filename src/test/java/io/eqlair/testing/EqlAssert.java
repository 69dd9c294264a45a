package io.eqlair.testing;

import io.eqlair.eql.source.Diagnostic;
import io.eqlair.eql.source.EqlException;
import io.eqlair.event.Event;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * What tests say about EQL: {@code assertThatEql("process where process.name : \"nc\"").matches("{…}")}, or {@code
 * assertThatEql("any where a = 1").isRefusedWith("eql_single_equals").pointingAt("=")}.
 */
public final class EqlAssert extends AbstractAssert<EqlAssert, String> {

    private EqlAssert(String query) {
        super(query, EqlAssert.class);
    }

    /** About a whole query. */
    public static EqlAssert assertThatEql(String query) {
        return new EqlAssert(query);
    }

    /** About a condition, of events of any category. */
    public static EqlAssert assertThatCondition(String condition) {
        return new EqlAssert("any where " + condition);
    }

    /** The query matches each of these events. */
    public EqlAssert matches(String... events) {
        return answers(true, events);
    }

    /** The query matches none of these events. */
    public EqlAssert doesNotMatch(String... events) {
        return answers(false, events);
    }

    /** The query does not match, because something could not be computed. */
    public EqlAssert failsOn(String json) {
        EventQuestion question = EventQuestion.of(actual);
        Event event = question.event(json);
        Assertions.assertThat(question.matches(event)).as(on(json)).isFalse();
        Assertions.assertThat(event.failures()).as("failures of " + on(json)).isPositive();
        return this;
    }

    /** The query makes sense. */
    public EqlAssert isAccepted() {
        Assertions.assertThatCode(() -> EventQuestion.analyze(actual)).doesNotThrowAnyException();
        return this;
    }

    /** The query is refused for these reasons, in the order of its text. */
    public EqlAssert isRefusedWith(String... codes) {
        Assertions.assertThat(diagnostics()).extracting(Diagnostic::code).containsExactly(codes);
        return this;
    }

    /** What is wrong is these parts of the query, in its order. */
    public EqlAssert pointingAt(String... texts) {
        Assertions.assertThat(diagnostics())
                .extracting(diagnostic -> actual.substring(
                        diagnostic.span().start(), diagnostic.span().end()))
                .containsExactly(texts);
        return this;
    }

    private List<Diagnostic> diagnostics() {
        try {
            EventQuestion.analyze(actual);
            return List.of();
        } catch (EqlException refused) {
            return refused.diagnostics();
        }
    }

    private EqlAssert answers(boolean expected, String... events) {
        EventQuestion question = EventQuestion.of(actual);
        for (String json : events) {
            Event event = question.event(json);
            Assertions.assertThat(question.matches(event)).as(on(json)).isEqualTo(expected);
            Assertions.assertThat(event.failures())
                    .as("failures of " + on(json))
                    .isZero();
        }
        return this;
    }

    private String on(String json) {
        return actual + " on " + json;
    }
}
