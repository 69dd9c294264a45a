package io.eqlair.engine.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case of a {@code .cases} file: after {@code ===} a sentence, then a query, events, and what is found.
 *
 * @param events in the order of arrival
 * @param expected as {@link Outcome} shows itself
 */
record SequenceCase(String sentence, int samplesPerKey, String query, List<Sent> events, List<String> expected) {

    private static final String SAMPLES_PER_KEY = "max_samples_per_key=";

    /** The cases of a file's text. */
    static Stream<SequenceCase> in(Path file, String text) {
        return Arrays.stream(text.split("(?m)^=== ")).skip(1).map(part -> parse(file, part));
    }

    private static SequenceCase parse(Path file, String part) {
        String[] sections = part.split("(?m)^---\n", -1);
        if (sections.length != 3) {
            throw new IllegalArgumentException("case must have three sections: " + part);
        }
        String[] head = sections[0].split("\n", 2);
        boolean hasLimit = head[1].startsWith(SAMPLES_PER_KEY);
        String[] query = hasLimit ? head[1].split("\n", 2) : new String[] {SAMPLES_PER_KEY + 1, head[1]};
        return new SequenceCase(
                file.getFileName() + ": " + head[0],
                Integer.parseInt(query[0].substring(SAMPLES_PER_KEY.length())),
                query[1].strip(),
                sections[1].lines().map(SequenceCase::event).toList(),
                sections[2].lines().filter(line -> !line.isBlank()).toList());
    }

    /** Reads {@code id milliseconds category field=value …}; a value is JSON, or a word that stands for itself. */
    private static Sent event(String line) {
        String[] words = line.split(" +", -1);
        long nanos = new BigDecimal(words[1]).movePointRight(6).longValueExact();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                String field = word.substring(0, equals);
                fields.put(field.equals("seq") ? "event.sequence" : field, value(word.substring(equals + 1)));
            }
        }
        return Sent.of(words[0], nanos, words[2], fields);
    }

    private static @Nullable Object value(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            return Arrays.stream(text.substring(1, text.length() - 1).split(","))
                    .filter(element -> !element.isEmpty())
                    .<@Nullable Object>map(SequenceCase::value)
                    .toList();
        }
        boolean isJson = text.matches("\".*\"|-?\\d+(\\.\\d+)?|true|false|null");
        return isJson ? JsonMapper.shared().readValue(text, Object.class) : text;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
