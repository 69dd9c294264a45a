package io.eqlair.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleIdTest {
    @Test
    void capitalsMakeNoOtherId() {
        assertThat(RuleId.parse("A52A9439-D52C-401C-BE37-2785235C6547"))
                .contains(new RuleId("a52a9439-d52c-401c-be37-2785235c6547"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "a52a9439d52c401cbe372785235c6547",
                "{a52a9439-d52c-401c-be37-2785235c6547}",
                " a52a9439-d52c-401c-be37-2785235c6547",
                "a52a9439-d52c-401c-be37-2785235c654",
                "a52a9439-d52c-401c-be37-2785235c654711",
                "g52a9439-d52c-401c-be37-2785235c6547"
            })
    void otherTextsAreNoIds(String text) {
        assertThat(RuleId.parse(text)).isEmpty();
    }

    @Test
    void anUncheckedTextMakesNoId() {
        assertThatThrownBy(() -> new RuleId("netcat"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule id must be a UUID in lower case: netcat");
    }
}
