package io.eqlair.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.alert.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents as trees; what is compared is the JSON of the trees. */
class EventTreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a.b': 1}                         | {'a':{'b':1}}",
                "{'a': {'b.c': 1}, 'a.b.d': 2}      | {'a':{'b':{'c':1,'d':2}}}",
                "{'a.b': 1, 'a': {'c': 2}}          | {'a':{'b':1,'c':2}}",
                "{'a': [{'b.c': 1}, 2]}             | {'a':[{'b':{'c':1}},2]}",
                "{'a': 1, 'a': 2}                   | {'a':[1,2]}",
                "{'a': [1, 2], 'a': [3]}            | {'a':[1,2,3]}",
                "{'a.b': 1, 'a': {'b': [2]}}        | {'a':{'b':[1,2]}}",
                "{'a': 1, 'a.b': 2}                 | {'a':1,'a.b':2}",
                "{'a.b': 2, 'a': 1}                 | {'a':[{'b':2},1]}",
                "{'a..b': 1, '.a': 2, 'a.': 3, '': 4} | {'a..b':1,'.a':2,'a.':3,'':4}",
                "{'a': null, 'b': true, 'c': []}    | {'a':null,'b':true,'c':[]}"
            })
    void aDotIsAStep(String document, String tree) {
        assertThat(json(read(document))).isEqualTo(tree.replace('\'', '"'));
    }

    /** Or a short text would be a tree that nobody can walk. */
    @ParameterizedTest
    @CsvSource({"199, 200", "450, 201", "600, 1"})
    void aNameOfManyStepsIsTakenApartToSomeDepth(int dots, int depth) {
        String json = json(read("{'" + "a.".repeat(dots) + "a': 1}"));
        assertThat(json.chars().filter(c -> c == '{')).hasSize(depth);
    }

    @Test
    void whatIsCommonIsWhatAllHaveWithEqualValues() {
        assertThat(common(
                        "{'a': 1, 'b': {'c': 'x', 'd': 1}, 'e': ['v'], 'f': [1, 2]}",
                        "{'a': 1, 'b.c': 'x', 'b.d': 2, 'e': 'v', 'f': [2, 1], 'g': 1}"))
                .isEqualTo("{\"a\":1,\"b\":{\"c\":\"x\"},\"e\":[\"v\"]}");
    }

    @Test
    void anObjectWithNothingInCommonIsNotThere() {
        assertThat(common("{'a': {'b': 1}}", "{'a': {'b': 2}}")).isEqualTo("{}");
    }

    @Test
    void valuesAreFoundInAllObjectsOnTheWay() {
        EventTree tree = read("{'a': [{'b': 'x'}, {'b': ['y', null]}, 1], 'n': '17', 'big': 12345678901234567890123}");
        assertThat(tree.texts("a.b")).containsExactly("x", "y");
        assertThat(tree.text("a.c")).isNull();
        assertThat(tree.number("n")).isEqualTo(17);
        assertThat(tree.number("a.b")).isNull();
        assertThat(tree.text("big")).isEqualTo("12345678901234567890123");
        assertThat(tree.number("big")).isNull();
    }

    private static String common(String... documents) {
        List<EventTree> trees = Stream.of(documents).map(EventTreeTest::read).toList();
        return json(EventTree.common(trees));
    }

    private static EventTree read(String document) {
        return EventTree.read(new RawJson(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(EventTree tree) {
        return DocumentWriter.write(tree.root()).text();
    }
}
