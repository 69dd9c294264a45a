package io.eqlair.eql.parser;

import static io.eqlair.testing.EqlAssert.assertThatCondition;
import static io.eqlair.testing.EqlAssert.assertThatEql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eqlair.eql.ast.Query;
import io.eqlair.eql.ast.Statement;
import io.eqlair.eql.source.EqlLimits;
import io.eqlair.eql.source.Source;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqlParserTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " <=> ", quoteCharacter = '§', textBlock = """
                    not a == 1 and b <=> (not (a == 1)) and b
                    not not a <=> not (not a)
                    a or b and not c <=> a or (b and (not c))
                    a and b and c or d or e <=> (a and b and c) or d or e
                    a + b in (1, 2) <=> a + (b in (1, 2))
                    a - b : "x" <=> a - (b : "x")
                    -a not in (1) <=> -(a not in (1))
                    a - b - c <=> (a - b) - c
                    a - b * c % d <=> a - ((b * c) % d)
                    -a * +b <=> (-a) * b
                    a + 1 < b * 2 <=> (a + 1) < (b * 2)
                    a == not_a <=> (a) == (not_a)
                    a like~ "x" <=> a:"x"
                    a:("x","y")and b <=> (a : ("x", "y")) and b
                    CONCAT~ (a) == 1 <=> CONCAT~(a) == 1
                    """)
    void operatorsBindAsTheGrammarSays(String text, String withParentheses) {
        assertThat(tree(text)).isEqualTo(tree(withParentheses));
    }

    /** Three single quotes stand for three double ones, which would end this table. */
    @ParameterizedTest
    @CsvSource(delimiterString = " <=> ", quoteCharacter = '§', textBlock = """
                    1. <=> 1.0
                    .5 <=> 0.5
                    1e3 <=> 1000.0
                    1.5E-1 <=> 0.15
                    9223372036854775808 <=> 9223372036854775808.0
                    00012 <=> 12
                    `a`.`b` <=> a.b
                    `a.b` <=> a.b
                    @timestamp <=> `@timestamp`
                    a . b <=> a.b
                    ? a <=> ?a
                    "\\u{1F600}\\u{00000041}" <=> "😀A"
                    "\\b\\t\\f\\'" <=> "\\u{08}\\u{09}\\u{0c}'"
                    '''a'''" <=> "a\\""
                    '''a'''"" <=> "a\\"\\""
                    '''"a''' <=> "\\"a"
                    '''\\n''' <=> "\\\\n"
                    '''''' <=> ""
                    a/* one /* two */ // three */== 1 // four <=> a == 1
                    """)
    void constantsAndNamesHaveManySpellings(String text, String other) {
        String raw = text.replace("'''", "\"\"\"");
        assertThat(tree(raw)).isEqualTo(tree(other));
    }

    @Test
    void anyWhiteSpaceSeparates() {
        assertThat(tree("\t\r\n a\r==\n1 ")).isEqualTo(tree("a == 1"));
        assertThat(tree("a == 1\r\nand // comment\r\nb")).isEqualTo(tree("a == 1 and b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence by pid [any where true] [any where true]",
                "sequence by pid[any where true]by a[any where true]by b",
                "sequence with maxspan = 5 m [any where true] [any where true]",
                "sequence by a, ?b with maxspan=1ms [any where true] with runs = 2 until [any where true]",
                "sequence with maxspan=1d ![any where true] [any where true] ![any where true] with runs=100",
                "sample by a [any where true] by `b` [any where true] by c.d | head 0 | tail 1 + 1",
                "any where in_ == 1 and AND == 2 and with1 : \"x\" and Any.Of == 3",
                "any where `in`.`like` == 1",
                "sequence [any where a] with runs=2 | tail 3"
            })
    void unusualFormsAreAccepted(String query) {
        assertThatEql(query).isAccepted();
    }

    @Test
    void spansOfTimeHaveFiveUnits() {
        assertThat(maxspan("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(maxspan("1500ms")).isEqualTo(Duration.ofMillis(1500));
        assertThat(maxspan("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(maxspan("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(maxspan("36500d")).isEqualTo(Duration.ofDays(36_500));
    }

    @Test
    void theFirstSyntaxErrorEndsTheReading() {
        assertThatCondition("a = 1 and b = 2")
                .isRefusedWith("eql_single_equals")
                .pointingAt("=");
    }

    @Test
    void errorsOfMeaningAreToldAllAtOnce() {
        assertThatCondition("a == b and foo(c) and length(d) and e in (1, \"x\")")
                .isRefusedWith("eql_field_to_field", "eql_function_unknown", "eql_not_boolean", "eql_member_type")
                .pointingAt("a == b", "foo", "length(d)", "\"x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo(a) == b",
                "a in (foo(1))",
                "length(foo(a)) == b",
                "cidrMatch(a, foo(\"x\"))",
                "-foo(a) + 1 == b",
                "not foo(a) == true",
                "concat(foo(a)) in~ (\"x\")",
                "string(foo(a)) : \"x\""
            })
    void oneSlipIsToldOnce(String condition) {
        assertThatCondition(condition).isRefusedWith("eql_function_unknown").pointingAt("foo");
    }

    @Test
    void limitsMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EqlLimits(1, 1, 0, 1, 1));
    }

    private static Duration maxspan(String written) {
        Statement statement =
                EqlParser.parse(new Source("sequence with maxspan=" + written + " [any where true] [any where true]"));
        Query.SequenceQuery sequence = (Query.SequenceQuery) statement.query();
        return Objects.requireNonNull(sequence.maxspan()).duration();
    }

    /** The condition as it was read, without the places. */
    private static String tree(String condition) {
        Statement statement = EqlParser.parse(new Source("any where " + condition));
        return statement.toString().replaceAll("Span\\[start=\\d+, end=\\d+]", "");
    }
}
