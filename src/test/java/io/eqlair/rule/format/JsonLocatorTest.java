package io.eqlair.rule.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON is written character by character, with a note of what stands where, and then looked through. */
class JsonLocatorTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueIsFound(long seed) {
        RandomJson json = new RandomJson(new Random(seed));
        assertThat(JsonLocator.locate(json.text(), "rule", 7).positions())
                .as(json.text())
                .containsAllEntriesOf(json.positions());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCharacterOfTheQueryIsFound(long seed) {
        RandomJson json = new RandomJson(new Random(seed));
        QueryPlace place = JsonLocator.locate(json.text(), "rule", 7).query();
        for (int offset = 0; offset < json.query().size(); offset++) {
            assertThat(place.at(offset))
                    .as(offset + " in " + json.text())
                    .isEqualTo(json.query().get(offset));
        }
        assertThat(JsonDocument.parse(json.text()).get("query")).isEqualTo(json.queryText());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTornTextIsReadAsFarAsItGoes(long seed) {
        String text = new RandomJson(new Random(seed)).text();
        Map<String, Position> whole =
                new HashMap<>(JsonLocator.locate(text, "", 1).positions());
        String torn = text.substring(0, text.length() / 2);
        assertThat(whole).containsAllEntriesOf(JsonLocator.locate(torn, "", 1).positions());
    }

    @Test
    void nullsAreNotCounted() {
        assertThat(JsonLocator.locate("{\"a\": [null, 1, null, 2]}", "", 1).positions())
                .containsEntry("a[0]", new Position(1, 14))
                .containsEntry("a[1]", new Position(1, 23));
    }

    @Test
    void theFirstKeyThatComesTwiceIsNoted() {
        Places.Twice twice = JsonLocator.locate("{\"a\": [{\"b\": 1,\n \"b\": 2}],\n\"a\": 3}", "", 1)
                .twice();
        assertThat(twice).isEqualTo(new Places.Twice("a[0].b", new Position(1, 14), new Position(2, 2)));
    }

    @Test
    void whatIsNestedTooDeepIsPassedOver() {
        String deep = "{\"a\":".repeat(300) + "1" + "}".repeat(300);
        assertThat(JsonLocator.locate(deep, "", 1).positions()).hasSizeBetween(90, 110);
        assertThat(JsonLocator.locate("{\"" + "x".repeat(5000) + "\": {\"b\": 1}}", "", 1)
                        .positions())
                .hasSize(2);
    }

    private static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    private static final class RandomJson {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Position> positions = new HashMap<>();
        private final List<Position> query = new ArrayList<>();
        private final StringBuilder queryText = new StringBuilder();
        private int keys;

        RandomJson(Random random) {
            this.random = random;
            object("rule", 4, true);
        }

        String text() {
            return text.toString();
        }

        Map<String, Position> positions() {
            return positions;
        }

        List<Position> query() {
            return query;
        }

        String queryText() {
            return queryText.toString();
        }

        private void object(String path, int depth, boolean withQuery) {
            text.append('{');
            int size = random.nextInt(4);
            for (int i = 0; i < size; i++) {
                String key = "k" + keys++;
                key(key);
                value(path + "." + key, depth - 1);
                text.append(i < size - 1 || withQuery ? "," : "");
                space();
            }
            if (withQuery) {
                key("query");
                positions.put("rule.query", here());
                string();
            }
            space();
            text.append('}');
        }

        private void key(String key) {
            space();
            text.append('"').append(key).append('"');
            space();
            text.append(':');
            space();
        }

        private void value(String path, int depth) {
            positions.put(path, here());
            switch (random.nextInt(depth <= 0 ? 2 : 4)) {
                case 0 -> text.append(random.nextInt(1000));
                case 1 -> text.append("\"a\\\"{[,\\u0041\"");
                case 2 -> object(path, depth, false);
                default -> list(path, depth);
            }
        }

        private void list(String path, int depth) {
            text.append('[');
            int size = random.nextInt(3);
            for (int i = 0; i < size; i++) {
                space();
                value(path + "[" + i + "]", depth - 1);
                space();
                text.append(i < size - 1 ? "," : "");
            }
            text.append(']');
        }

        private void string() {
            text.append('"');
            for (int i = random.nextInt(15); i > 0; i--) {
                query.add(here());
                switch (random.nextInt(4)) {
                    case 0 -> character("\\n", '\n');
                    case 1 -> character("\\\"", '"');
                    case 2 -> character("\\u00e9", 'é');
                    default -> character("x", 'x');
                }
            }
            text.append('"');
        }

        private void character(String written, char meant) {
            text.append(written);
            queryText.append(meant);
        }

        private void space() {
            text.append(List.of("", " ", "\n", "\n\t ").get(random.nextInt(4)));
        }

        private Position here() {
            int line = 7 + (int) text.chars().filter(c -> c == '\n').count();
            return new Position(line, text.length() - text.lastIndexOf("\n"));
        }
    }
}
