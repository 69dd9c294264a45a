package io.eqlair.eql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionLibraryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add            | false | add(left, right)",
                "between        | false | between(source, left, right[, greedy])",
                "between        | true  | between~(source, left, right[, greedy])",
                "cidrMatch      | false | cidrMatch(address, block, ...)",
                "concat         | false | concat(value, ...)",
                "divide         | false | divide(left, right)",
                "endsWith       | true  | endsWith~(source, substring)",
                "indexOf        | true  | indexOf~(source, substring[, start])",
                "length         | false | length(source)",
                "modulo         | false | modulo(left, right)",
                "multiply       | false | multiply(left, right)",
                "number         | false | number(source[, base])",
                "startsWith     | true  | startsWith~(source, substring)",
                "string         | false | string(value)",
                "stringContains | true  | stringContains~(source, substring)",
                "substring      | false | substring(source, start[, end])",
                "subtract       | false | subtract(left, right)"
            })
    void signaturesSayHowToCall(String name, boolean ignoreCase, String signature) {
        assertThat(find(name, ignoreCase).signature()).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource({"between,3,4", "indexOf,2,3", "length,1,1", "number,1,2", "string,1,1", "substring,2,3", "add,2,2"})
    void callsMayHaveSoManyArguments(String name, int min, int max) {
        assertThat(find(name, false).minArguments()).isEqualTo(min);
        assertThat(find(name, false).maxArguments()).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource({"cidrMatch,2", "concat,1"})
    void variadicFunctionsTakeAnyNumberFromAMinimum(String name, int min) {
        assertThat(find(name, false).minArguments()).isEqualTo(min);
        assertThat(find(name, false).maxArguments()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONCAT", "endswith", "cidrmatch", "StringContains"})
    void namesAreFoundInAnyCase(String name) {
        assertThat(FunctionLibrary.find(name, false)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wildcard", "match", "matchLite", "arrayContains", "arraySearch", "arrayCount", "safe", ""})
    void functionsOfOlderDialectsAreUnknown(String name) {
        assertThat(FunctionLibrary.find(name, false)).isNull();
        assertThat(FunctionLibrary.nearest(name)).isNull();
    }

    @Test
    void fiveFunctionsHaveAnInsensitiveForm() {
        assertThat(FunctionLibrary.all().stream().filter(Function::ignoreCase).map(Function::name))
                .containsExactly("between", "endsWith", "indexOf", "startsWith", "stringContains")
                .allMatch(FunctionLibrary::hasInsensitiveForm);
        assertThat(FunctionLibrary.hasInsensitiveForm("concat")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lenght,length",
        "startWith,startsWith",
        "ENDWITH,endsWith",
        "cidrmach,cidrMatch",
        "stringContain,stringContains",
        "substr,substring",
        "sub,"
    })
    void slipsOfTheKeyboardAreRecognised(String name, String meant) {
        assertThat(FunctionLibrary.nearest(name)).isEqualTo(meant);
    }

    @Test
    void onlyBlocksOfAddressesMustBeConstant() {
        assertThat(FunctionLibrary.all().stream()
                        .flatMap(function -> function.parameters().stream())
                        .filter(Parameter::constant)
                        .map(Parameter::name))
                .containsExactly("block");
    }

    private static Function find(String name, boolean ignoreCase) {
        return Objects.requireNonNull(FunctionLibrary.find(name, ignoreCase));
    }
}
