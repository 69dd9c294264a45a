package io.eqlair.eql.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eqlair.eql.value.EvaluationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Runs the calls in {@code eql/functions/*.txt}, such as {@code substring ["hello world", -5, -1] => "worl"}. */
class FunctionCasesTest {
    private static final Path CASES = Path.of("src/test/resources/eql/functions");
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("cases")
    void callsGiveTheResultOfTheirCase(Case call) {
        if (call.expected().equals("error")) {
            assertThatExceptionOfType(EvaluationError.class).isThrownBy(call::result);
        } else {
            assertThat(call.result()).isEqualTo(value(JSON.readValue(call.expected(), Object.class)));
        }
    }

    @Test
    void everyFunctionHasCases() throws IOException {
        assertThat(cases().map(Case::function).collect(Collectors.toSet())).containsAll(FunctionLibrary.all());
    }

    static Stream<Case> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().flatMap(FunctionCasesTest::lines).map(Case::parse).toList().stream();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(@Nullable Object json) {
        return json instanceof Integer number ? Long.valueOf(number) : json;
    }

    record Case(String call, Function function, List<@Nullable Object> arguments, String expected) {
        static Case parse(String line) {
            String[] sides = line.split(" => ", 2);
            int space = sides[0].indexOf(' ');
            String name = sides[0].substring(0, space);
            boolean ignoreCase = name.endsWith("~");
            Function function = FunctionLibrary.find(name.replace("~", ""), ignoreCase);
            assertThat(function).as(line).isNotNull();
            List<?> arguments = JSON.readValue(sides[0].substring(space), List.class);
            return new Case(
                    line,
                    function,
                    arguments.stream()
                            .<@Nullable Object>map(FunctionCasesTest::value)
                            .toList(),
                    sides[1]);
        }

        @Nullable
        Object result() {
            return function.meaning().apply(arguments.toArray());
        }

        @Override
        public String toString() {
            return call;
        }
    }
}
