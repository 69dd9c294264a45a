package io.eqlair.api.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFilterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                             | took                      | true
                    errors,items.*.error,items.*.status      | errors                    | true
                    errors,items.*.error,items.*.status      | took                      | false
                    errors,items.*.error,items.*.status      | items.create.status       | true
                    errors,items.*.error,items.*.status      | items.create.error.reason | true
                    errors,items.*.error,items.*.status      | items.create._id          | false
                    items.*.error.type , items.*.status      | items.index.error.reason  | false
                    items                                    | items.create._id          | true
                    items.**._id                             | items.create._id          | true
                    items.**                                 | items.create._id          | true
                    **.**.**                                 | took                      | true
                    items.**.**._id                          | items.create._id          | true
                    **.status                                | items.create.status       | true
                    items.cre*._i*x                          | items.create._index       | true
                    items.cre*._i*x                          | items.create._id          | false
                    -took                                    | took                      | false
                    -took                                    | errors                    | true
                    items,-items.*._id                       | items.create._id          | false
                    items,-items.*._id                       | items.create.status       | true
                    items.*.error.type                       | items.create.error        | false
                    """)
    void tellsWhatIsWanted(String parameter, String path, boolean wanted) {
        assertThat(AnswerFilter.of(parameter).wants(path.split("\\."))).isEqualTo(wanted);
    }

    @Test
    void noPatternTakesLong() {
        AnswerFilter hostile = AnswerFilter.of("**.".repeat(2_000) + "x," + "*.".repeat(2_000) + "x");
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(hostile.wants("items", "create", "error", "reason"))
                        .isFalse());
    }
}
