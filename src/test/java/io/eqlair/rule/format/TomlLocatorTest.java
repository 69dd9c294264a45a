package io.eqlair.rule.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The locator agrees with whoever wrote the text, and survives what nobody would write. The seed is in the name. */
class TomlLocatorTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueIsFoundWhereItWasWritten(long seed) {
        RandomToml toml = RandomToml.write(new Random(seed));
        Places places = TomlLocator.locate(toml.text());
        toml.positions()
                .forEach((path, position) -> assertThat(places.of(path))
                        .as(path + " in\n" + toml.text())
                        .isEqualTo(position));
        assertThat(places.twice()).isNull();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCharacterOfTheQueryIsFound(long seed) {
        RandomToml toml = RandomToml.write(new Random(seed));
        QueryPlace place = TomlLocator.locate(toml.text()).query();
        for (int offset = 0; offset < toml.query().size(); offset++) {
            assertThat(place.at(offset))
                    .as(offset + " in\n" + toml.text())
                    .isEqualTo(toml.query().get(offset));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theParserReadsTheSameText(long seed) {
        RandomToml toml = RandomToml.write(new Random(seed));
        Map<?, ?> rule = (Map<?, ?>) TomlDocument.parse(toml.text()).get("rule");
        assertThat(rule).isNotNull();
        assertThat(rule.get("query")).as(toml.text()).isEqualTo(toml.queryText());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTornTextIsReadToItsEnd(long seed) {
        Random random = new Random(seed);
        StringBuilder torn = new StringBuilder(RandomToml.write(random).text());
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(torn.length());
            torn.delete(at, Math.min(torn.length(), at + random.nextInt(3)));
            torn.insert(at, "[]{}'\"\\\n=.,\0".charAt(random.nextInt(12)));
            assertThat(TomlLocator.locate(torn.toString())).isNotNull();
        }
    }

    private static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf);
    }
}
