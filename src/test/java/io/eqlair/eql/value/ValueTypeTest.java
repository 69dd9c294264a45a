package io.eqlair.eql.value;

import static io.eqlair.eql.value.ValueType.ANY;
import static io.eqlair.eql.value.ValueType.BOOLEAN;
import static io.eqlair.eql.value.ValueType.DOUBLE;
import static io.eqlair.eql.value.ValueType.INTEGER;
import static io.eqlair.eql.value.ValueType.NULL;
import static io.eqlair.eql.value.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTypeTest {
    @Test
    void valuesHaveTheTypeOfTheirClass() {
        assertThat(ValueType.of(null)).isEqualTo(NULL);
        assertThat(ValueType.of(true)).isEqualTo(BOOLEAN);
        assertThat(ValueType.of(1L)).isEqualTo(INTEGER);
        assertThat(ValueType.of(1.0)).isEqualTo(DOUBLE);
        assertThat(ValueType.of("")).isEqualTo(STRING);
    }

    @Test
    void otherClassesAreNoValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueType.of(1)).withMessageContaining("Integer");
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAndNullFitEverywhere(ValueType type) {
        assertThat(type.accepts(ANY)).isTrue();
        assertThat(type.accepts(NULL)).isTrue();
        assertThat(type.accepts(type)).isTrue();
        assertThat(ANY.accepts(type)).isTrue();
    }

    @Test
    void numbersStandForEachOther() {
        assertThat(INTEGER.accepts(DOUBLE)).isTrue();
        assertThat(DOUBLE.accepts(INTEGER)).isTrue();
        assertThat(STRING.accepts(INTEGER)).isFalse();
        assertThat(BOOLEAN.accepts(STRING)).isFalse();
        assertThat(DOUBLE.accepts(BOOLEAN)).isFalse();
    }
}
