package io.eqlair.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eqlair.ingest.DocumentSplitter.Shape;
import io.eqlair.problem.Problem;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSplitterTest {

    private static final String A = "{\"a\":1}";
    private static final String B = "{\"b\":[2,{}]}";
    private static final String C = "{\"c\":{\"d\":\"}]\\\"\"}}";

    /** A body, and the documents that it holds. */
    static final List<Arguments> WHOLE = List.of(
            Arguments.of("", List.of()),
            Arguments.of(" \r\n\t ", List.of()),
            Arguments.of(A, List.of(A)),
            Arguments.of("\uFEFF" + A, List.of(A)),
            Arguments.of("  " + C + "  \n", List.of(C)),
            Arguments.of(A + "\n" + B + "\n" + C + "\n", List.of(A, B, C)),
            Arguments.of(A + "\r\n" + B + "\r\n" + C, List.of(A, B, C)),
            Arguments.of("\n\n" + A + "\n\r\n \n" + B + "\n\n", List.of(A, B)),
            Arguments.of("\uFEFF" + A + "\n" + B, List.of(A, B)),
            Arguments.of(A + " " + B + C, List.of(A, B, C)),
            Arguments.of("[]", List.of()),
            Arguments.of("[" + A + "]", List.of(A)),
            Arguments.of(" [ " + A + " ,\n" + B + "\n, " + C + " ] \n", List.of(A, B, C)),
            Arguments.of("\uFEFF[" + A + "," + B + "]", List.of(A, B)),
            Arguments.of("[" + A + "]\n[" + B + "," + C + "]", List.of(A, B, C)),
            Arguments.of("{\"events\":[]}", List.of()),
            Arguments.of("{\"events\":[" + A + "," + B + "]}", List.of(A, B)),
            Arguments.of("{ \"events\" :\n [ " + A + " ] , \"x\":[{\"]}\":\"]}\"}] } ", List.of(A)),
            Arguments.of("{\"events\":[" + A + "]}\n{\"events\":[" + B + "]}", List.of(A, B)),
            Arguments.of("{\"events\":1}", List.of("{\"events\":1}")),
            Arguments.of("{\"eventsx\":[]}", List.of("{\"eventsx\":[]}")),
            Arguments.of(
                    "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n{\n \"c\":2}",
                    List.of("{\n  \"a\": {\n    \"b\": 1\n  }\n}", "{\n \"c\":2}")),
            Arguments.of("{\"a\":\n{\"b\":1}}\n" + A, List.of("{\"a\":\n{\"b\":1}}", A)),
            Arguments.of(
                    "{\"a\":[\n{\"b\":1},\n{\"b\":2}\n]}\n" + A, List.of("{\"a\":[\n{\"b\":1},\n{\"b\":2}\n]}", A)),
            Arguments.of("[1,\"a,]\",null,[1,[2]]," + A + "]", List.of("1", "\"a,]\"", "null", "[1,[2]]", A)));

    /** A body with something broken, and how it is cut: the neighbours come out whole. */
    static final List<Arguments> BROKEN = List.of(
            Arguments.of(A + "\n{\"b\":\n" + C, List.of(A, "{\"b\":\n", C)),
            Arguments.of(A + "\n{\"b\":\n" + C + "\n" + A, List.of(A, "{\"b\":\n", C, A)),
            Arguments.of(A + "\n{\"b\n" + C, List.of(A, "{\"b\n", C)),
            Arguments.of(A + "\n{\"b\":\"\\\n" + C, List.of(A, "{\"b\":\"\\\n", C)),
            Arguments.of(A + "\r\n{\"b\":\"\\\r\n" + C, List.of(A, "{\"b\":\"\\\r\n", C)),
            Arguments.of(A + "\n{\"b\":[1,\n" + C + "\n" + B, List.of(A, "{\"b\":[1,\n", C, B)),
            Arguments.of(A + "\n{\"b\":[\n" + C + "\n" + B + "\n", List.of(A, "{\"b\":[\n", C, B)),
            Arguments.of("{\"b\":[\n{\"b\":[\n{\"b\":[\n" + C, List.of("{\"b\":[\n", "{\"b\":[\n", "{\"b\":[\n", C)),
            Arguments.of("{\n" + A + "\n{\n" + B, List.of("{\n", A, "{\n", B)),
            Arguments.of("  {\"a\n  " + B + "\n  " + C, List.of("{\"a\n", B, C)),
            Arguments.of(A + "}\n" + B, List.of(A + "}", B)),
            Arguments.of(A + ",\n" + B + " ,\n" + C, List.of(A + ",", B + " ,", C)),
            Arguments.of(A + " oops\n" + B, List.of(A + " oops", B)),
            Arguments.of("oops\n" + A + "\noops", List.of("oops", A, "oops")),
            Arguments.of("{\"a\":\"b\"c\"}\n" + B, List.of("{\"a\":\"b\"c\"}\n", B)),
            Arguments.of("{\"a\":[1}\n" + B, List.of("{\"a\":[1}", B)),
            Arguments.of("{\"a\":1]\n" + B, List.of("{\"a\":1]", B)),
            Arguments.of("{\n \"a\": 1,,\n \"b\": {\n }\n}\n" + B, List.of("{\n \"a\": 1,,\n \"b\": {\n }\n}", B)),
            Arguments.of("{\n \"a\": \"\n \"b\": 2\n}\n" + B, List.of("{\n \"a\": \"\n \"b\": 2\n}", B)),
            Arguments.of(A + "\n[" + B + "]\n" + C, List.of(A, "[" + B + "]", C)),
            Arguments.of("[" + A + ",{\"b\":1,,}," + C + "]", List.of(A, "{\"b\":1,,}", C)),
            Arguments.of("[" + A + ",{\"b\":[1}," + C + "]", List.of(A, "{\"b\":[1}", C)),
            Arguments.of("[" + A + ",\n{\"b\":\"1},\n" + C + "\n]", List.of(A, "{\"b\":\"1},\n", C)),
            Arguments.of("[" + A + ",{\"b", List.of(A, "{\"b")),
            Arguments.of("[" + A, List.of(A, "body_array_open")),
            Arguments.of("[" + A + ",", List.of(A, "body_array_open")),
            Arguments.of("[", List.of("body_array_open")),
            Arguments.of("{\"events\":[" + A, List.of(A, "body_array_open")),
            Arguments.of("{\"events\":[" + A + "]", List.of(A, "body_array_open")),
            Arguments.of("[" + A + "] oops\n" + B, List.of(A, "oops", B)));

    @ParameterizedTest
    @FieldSource("WHOLE")
    void aBodyIsCutIntoItsDocuments(String body, List<String> documents) {
        assertThat(Splits.of(body).documents()).isEqualTo(documents);
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void aBrokenDocumentSparesItsNeighbours(String body, List<String> documents) {
        assertThat(Splits.of(body).documents()).isEqualTo(documents);
    }

    @ParameterizedTest
    @FieldSource({"WHOLE", "BROKEN"})
    void whatTheWindowHoldsMakesNoDifference(String body, List<String> documents) {
        for (int window : new int[] {1, 2, 3, 7, 16}) {
            assertThat(Splits.of(body, Splits.LARGE, window).documents()).isEqualTo(documents);
        }
    }

    @ParameterizedTest
    @FieldSource({"WHOLE", "BROKEN"})
    void theSameIsFoundByteByByte(String body, List<String> documents) {
        assertThat(Splits.byteByByte(body, 3))
                .isEqualTo(Splits.of(body))
                .extracting(Splits::documents)
                .isEqualTo(documents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "' \n' | EMPTY",
                "[] | ARRAY",
                "'{\"events\":[]}' | ARRAY",
                "{} | OBJECTS",
                "'oops\n{}' | OBJECTS",
                "hello | OTHER",
                "42 | OTHER",
                "'\"text\"' | OTHER"
            })
    void theShapeOfABodyIsKnownAfterwards(String body, Shape shape) {
        assertThat(Splits.of(body).shape()).isEqualTo(shape);
    }

    @Test
    void aDocumentThatIsTooLargeIsSkipped() {
        String large = "{\"a\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(Splits.of(A + "\n" + large + "\n" + B, 1_000, 1_000).documents())
                .containsExactly(A, "event_too_large", B);
        assertThat(Splits.of("[" + A + "," + large + "," + B + "]", 1_000, Splits.WINDOW)
                        .documents())
                .containsExactly(A, "event_too_large", B);
    }

    @Test
    void aDocumentOfExactlyTheLimitIsTaken() {
        assertThat(Splits.of(A + "\n" + B, A.length(), Splits.WINDOW).documents())
                .containsExactly(A, "event_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
    void anotherEncodingIsNamed(String encoding) {
        assertThatThrownBy(() -> Splits.of(A.getBytes(Charset.forName(encoding)), Splits.LARGE, Splits.WINDOW, true))
                .hasMessageContaining(Problem.BODY_UTF_16.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'{}' | 1 | 0", "' \n\n  [{' | 3 | 6", "'\n{\"events\" : \n[\n {}' | 4 | 17"})
    void theFirstDocumentsPlaceIsKnown(String body, int line, long offset) {
        Splits splits = Splits.of(body);
        assertThat(splits.firstLine()).isEqualTo(line);
        assertThat(splits.firstByte()).isEqualTo(offset);
    }

    /** Each line opens a bracket more, so that the body's end is far away from every one of them. */
    @Test
    void aHostileBodyIsReadInOnePass() {
        String body = "{\"a\":[\n".repeat(200_000);
        assertThat(Splits.of(body, body.length(), Splits.WINDOW).documents()).hasSize(200_000);
    }
}
