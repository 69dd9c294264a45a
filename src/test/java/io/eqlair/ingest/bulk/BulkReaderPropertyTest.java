package io.eqlair.ingest.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.ingest.body.BodyRejected;
import io.eqlair.ingest.body.ByteWindow;
import io.eqlair.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reader finds, in whatever pieces a body comes, what is found by somebody who has all lines before him. */
class BulkReaderPropertyTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 300;
    private static final List<String> OPERATIONS = List.of("index", "create", "update", "delete");
    private static final List<String> OTHER_LINES = List.of(
            "{\"doc\":{\"a\":[1,{\"b\":\"}\"}]},\"x\":{\"doc\":1}}",
            "{\"upsert\":{\"é\":1},\"script\":{\"doc\":{}}}",
            "{\"upsert\":{\"a\":1}, \"doc\" : {\"b\":2} }",
            "{\"a\":1}",
            "{}",
            "{\"doc\":7}",
            "{\"create\":7}",
            "{\"create\":{}}{\"a\":1}",
            "{\"a\":",
            "\"x\"}",
            "x".repeat(LONGEST + 1),
            "x".repeat(100_000),
            "",
            " \t\r",
            "null");

    @RepeatedTest(300)
    void readsAsOneWhoHasAllLines(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> lines = new ArrayList<>(List.of(action(random)));
        Stream.generate(() ->
                        random.nextInt(3) == 0 ? action(random) : OTHER_LINES.get(random.nextInt(OTHER_LINES.size())))
                .limit(random.nextInt(30))
                .forEach(lines::add);
        String end = random.nextBoolean() ? "\n" : "";
        byte[] body = (String.join("\n", lines) + end).getBytes(UTF_8);
        assertThat(read(body, random))
                .as("seed %s", repetition.getCurrentRepetition())
                .isEqualTo(new Oracle(lines).found());
    }

    private static String action(Random random) {
        String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        return random.nextInt(8) == 0
                ? "{\"%s\":{\"_id\":".formatted(operation)
                : "{\"%s\":{\"_id\":\"%s\",\"_type\":null}}".formatted(operation, random.nextInt(100));
    }

    /** What is found in a body that comes in some pieces. */
    static List<String> read(byte[] body, Random random) throws IOException {
        List<String> found = new ArrayList<>();
        ByteWindow window = new ByteWindow(inPieces(body, random), LONGEST, 1 + random.nextInt(200), -1);
        BulkReader reader = new BulkReader(window, "usual", LONGEST, new BulkReader.Sink() {
            @Override
            public void document(BulkAction action, byte[] bytes, int from, int to) {
                found.add(shown(action.operation().text(), action.envelope().id())
                        + new String(bytes, from, to - from, UTF_8));
            }

            @Override
            public void delete(BulkAction action) {
                found.add(shown("delete", action.envelope().id()));
            }

            @Override
            public void refused(BulkAction action, Problem problem, Object... arguments) {
                found.add(shown(action.operation().text(), action.envelope().id()) + problem);
            }
        });
        try {
            reader.read();
        } catch (BodyRejected rejected) {
            return List.of("rejected");
        }
        found.add(reader.stray() + " stray");
        return found;
    }

    private static InputStream inPieces(byte[] body, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(body)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(50)));
            }
        };
    }

    private static String shown(String operation, @Nullable Object id) {
        return operation + " " + id + " ";
    }

    /** Has all lines, and asks of each what it is. */
    private static final class Oracle {

        private static final Pattern BEGUN = Pattern.compile("^\\{\"(index|create|update|delete)\":");

        private final List<String> lines;
        private final List<String> found = new ArrayList<>();
        private int next;
        private int stray;

        Oracle(List<String> lines) {
            this.lines = lines.stream().filter(line -> !line.isBlank()).toList();
        }

        List<String> found() {
            if (operation(lines.getFirst()) == null
                    && (lines.getFirst().length() > LONGEST
                            || !BEGUN.matcher(lines.getFirst()).find())) {
                return List.of("rejected");
            }
            while (next < lines.size()) {
                String line = lines.get(next++);
                String operation = operation(line);
                if (operation == null) {
                    withoutAction(line);
                } else {
                    withAction(operation, line);
                }
            }
            found.add(stray + " stray");
            return found;
        }

        private void withoutAction(String line) {
            Matcher begun = BEGUN.matcher(line.length() > LONGEST ? "" : line);
            boolean hasDocument = next < lines.size() && operation(lines.get(next)) == null;
            if (begun.find()) {
                found.add(shown(begun.group(1), null) + Problem.BULK_NO_ACTION);
            } else if (hasDocument) {
                found.add(shown("index", null) + Problem.BULK_NO_ACTION);
            } else {
                stray++;
            }
            next += hasDocument ? 1 : 0;
        }

        private void withAction(String operation, String line) {
            String shown = shown(
                    operation, JSON.readTree(line).at("/" + operation + "/_id").asString());
            if (operation.equals("delete")) {
                found.add(shown);
            } else if (next == lines.size()) {
                found.add(shown + Problem.BULK_NO_DOCUMENT);
            } else {
                found.add(shown + document(operation, lines.get(next++)));
            }
        }

        private static String document(String operation, String line) {
            if (line.length() > LONGEST) {
                return Problem.EVENT_TOO_LARGE.toString();
            }
            JsonNode tree = tree(line);
            if (!operation.equals("update") || tree == null || !tree.isObject()) {
                return line;
            }
            String member = tree.path("doc").isObject() ? "doc" : "upsert";
            return tree.path(member).isObject() ? between(line, member) : Problem.BULK_NO_EVENT.toString();
        }

        /** As it was written; the lines above have it once outside of others. */
        private static String between(String line, String member) {
            int start = line.indexOf('{', line.indexOf("\"" + member + "\""));
            for (int end = start + 1; ; end++) {
                String part = line.substring(start, end);
                if (tree(part) != null) {
                    return part;
                }
            }
        }

        private static @Nullable String operation(String line) {
            JsonNode tree = line.length() > LONGEST ? null : tree(line);
            return tree == null
                    ? null
                    : OPERATIONS.stream()
                            .filter(name -> tree.path(name).isObject())
                            .findFirst()
                            .orElse(null);
        }

        private static @Nullable JsonNode tree(String text) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException broken) {
                return null;
            }
        }
    }
}
