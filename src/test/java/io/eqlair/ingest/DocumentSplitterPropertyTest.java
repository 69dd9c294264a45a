package io.eqlair.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random batches in every shape, seen through windows of random sizes, whole and broken. Each is cut both ways, by reading documents
 * where they stand and byte by byte. A failure names the seed.
 */
class DocumentSplitterPropertyTest {

    private static final int BATCHES = 100;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheShapeTheDocumentsComeOut(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BATCHES; i++) {
            List<String> documents = documents(random, random.nextBoolean());
            for (String body : List.of(
                    lines(documents, random),
                    array(documents, random),
                    "{ \"events\": " + array(documents, random) + "}")) {
                assertThat(cut(body, random)).as(body).isEqualTo(documents);
            }
        }
    }

    /** A shipper that is killed leaves such lines behind. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLineThatIsCutOffIsOneDocument(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BATCHES; i++) {
            List<String> lines = new ArrayList<>(documents(random, false));
            lines.replaceAll(line -> random.nextInt(3) == 0 ? cutOff(line, random) : line);
            String body = String.join("\n", lines) + "\n";
            assertThat(stripped(cut(body, random))).as(body).isEqualTo(stripped(lines));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBrokenLineSparesItsNeighbours(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BATCHES; i++) {
            List<String> sound = new ArrayList<>(List.of("{}"));
            StringBuilder body = new StringBuilder("{}\n");
            for (String line : documents(random, false)) {
                boolean breaks = random.nextInt(3) == 0;
                body.append(breaks ? broken(line, random) : line).append('\n');
                sound.addAll(breaks ? List.of() : List.of(line));
            }
            assertThat(cut(body.toString(), random)).as(body.toString()).containsSubsequence(sound);
        }
    }

    /** Nothing makes it fail or stand still, and windows make no difference. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverComesInIsCut(long seed) {
        Random random = new Random(seed);
        String alphabet = "{}[]\",:\\ \n\rea1é";
        for (int i = 0; i < BATCHES; i++) {
            String body = random.ints(random.nextInt(60), 0, alphabet.length())
                    .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                    .toString();
            assertThat(cut(body, random)).as(body).isEqualTo(Splits.of(body).documents());
        }
    }

    private static List<String> cut(String body, Random random) {
        Splits splits = Splits.of(body, Splits.LARGE, 1 + random.nextInt(100));
        assertThat(Splits.byteByByte(body, 1 + random.nextInt(100))).as(body).isEqualTo(splits);
        return splits.documents();
    }

    private static List<String> documents(Random random, boolean pretty) {
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(i -> object(random, 3, pretty ? "\n" : ""))
                .toList();
    }

    /** Indented where the line break is one. */
    private static String object(Random random, int depth, String lineBreak) {
        String inner = lineBreak.isEmpty() ? "" : lineBreak + "  ";
        List<String> members = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> inner + string(random) + ":" + value(random, depth - 1, inner))
                .toList();
        return "{" + String.join(",", members) + lineBreak + "}";
    }

    private static String value(Random random, int depth, String lineBreak) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> string(random);
            case 1 -> "-1.5E+3";
            case 2 -> "true";
            case 3 -> "[" + object(random, depth - 1, lineBreak) + "," + string(random) + "]";
            case 4 -> "[]";
            default -> object(random, depth, lineBreak);
        };
    }

    private static String string(Random random) {
        List<String> pieces =
                List.of("a", "{", "}", "[", "]", ":", ",", "\\\"", "\\\\", "\\n", "é", "😀", " ", "event");
        return "\""
                + String.join(
                        "",
                        random.ints(random.nextInt(6), 0, pieces.size())
                                .mapToObj(pieces::get)
                                .toList()) + "\"";
    }

    private static String lines(List<String> documents, Random random) {
        List<String> ends = List.of("\n", "\r\n", "\n\n", " \r\n \n");
        StringBuilder body = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        documents.forEach(document -> body.append(document).append(ends.get(random.nextInt(ends.size()))));
        return random.nextBoolean() ? body.toString().stripTrailing() : body.toString();
    }

    private static String array(List<String> documents, Random random) {
        List<String> commas = List.of(",", " ,\n", ",\r\n", ", ");
        return "[" + String.join(commas.get(random.nextInt(commas.size())), documents) + "]";
    }

    private static String cutOff(String line, Random random) {
        int end = 1 + random.nextInt(line.length() - 1);
        return line.substring(0, Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end);
    }

    /** With a quote, a bracket or a comma too many. */
    private static String broken(String line, Random random) {
        String extra = List.of("\"", "{", "[", "]", "}", ",").get(random.nextInt(6));
        return new StringBuilder(line)
                .insert(1 + random.nextInt(line.length() - 1), extra)
                .toString();
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream().map(String::strip).toList();
    }
}
