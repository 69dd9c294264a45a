package io.eqlair.eql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.eql.source.Span;
import io.eqlair.testing.EventQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionAnalyzerTest {

    /** Rules share what they ask of an event by these, so equal must mean equal, and unlike unlike. */
    @ParameterizedTest
    @CsvSource(delimiterString = " <=> ", quoteCharacter = '§', textBlock = """
                    f == "a" <=> "a" == f
                    f < 1 <=> 1 > f
                    length(f) > 3 <=> LENGTH( f )>3
                    f like~ "a" <=> f : "a"
                    concat(f, "x") in ("a", "b") <=> (concat(f, "x") in ("a", "b")) == true
                    f != null <=> not f == null
                    startsWith(f, "a") == false <=> not startsWith(f, "a")
                    f in ("a", "b") and true <=> f in ("a", "b")
                    f == 1 + 1 <=> f == 2
                    f in (1, null) <=> f in (1)
                    """)
    void equalQuestionsAreEqual(String one, String other) {
        assertThat(condition(one)).isEqualTo(condition(other));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " <=> ", quoteCharacter = '§', textBlock = """
                    f == "1" <=> f == 1
                    f == "a" <=> f : "a"
                    concat(f) in ("a, b") <=> concat(f) in ("a", "b")
                    concat(f) in ("1:a,1:b") <=> concat(f) in ("a", "b")
                    concat(f) : ("a, b") <=> concat(f) : ("a", "b")
                    concat(f) : "a" <=> concat(f) like "a"
                    concat(f) in ("a") <=> concat(f) in~ ("a")
                    startsWith(f, "a") <=> startsWith~(f, "a")
                    f + 1 == 2 <=> f - 1 == 2
                    """)
    void unlikeQuestionsAreNotEqual(String one, String other) {
        assertThat(condition(one)).isNotEqualTo(condition(other));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
                    1 == 1 => true
                    not 1 == 1 => false
                    f == 1 or true => true
                    f == 1 and false => false
                    1 + 1 == 2 and "a" : "A" => true
                    null == null => true
                    (null > 1) == null => true
                    not (f > null) => true
                    f not in (null) => true
                    """)
    void whatIsKnownBeforehandIsNotAsked(String condition, boolean expected) {
        assertThat(condition(condition)).isEqualTo(new Condition.Known(expected));
    }

    @Test
    void nullOfConstantsStaysNullUnderNot() {
        assertThat(condition("not (null > 1)")).isEqualTo(new Condition.Known(null));
        assertThat(condition("not (null and true)")).isEqualTo(new Condition.Known(null));
    }

    @Test
    void fieldsOfAllItemsAreRead() {
        AnalyzedQuery query = EventQuestion.analyze(
                "sequence by a [any where b == 1 and not c] [any where length(d) > 1] until [any where ?e == null]");
        assertThat(query.fields()).containsExactly("a", "b", "c", "d", "e");
    }

    private static Condition condition(String condition) {
        AnalyzedQuery.Events events = (AnalyzedQuery.Events) EventQuestion.analyze("any where " + condition);
        return withoutSpans(events.filter().condition());
    }

    private static Condition withoutSpans(Condition condition) {
        return switch (condition) {
            case Condition.Known known -> known;
            case Condition.Not(Condition operand) -> new Condition.Not(withoutSpans(operand));
            case Condition.Test(Predicate predicate, var span) -> new Condition.Test(predicate, new Span(0, 0));
            case Condition.All all -> all;
            case Condition.Any any -> any;
        };
    }
}
