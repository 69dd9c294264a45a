package io.eqlair.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.ReferenceReader.Found;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reader and one on Jackson say the same of every document: taken or refused, with the same message, and with the same values
 * where it is taken. {@code -Deqlair.seed=…} makes other documents.
 */
class EventReaderDifferentialTest {

    private static final long SEED = Long.getLong("eqlair.seed", 20_261_122);
    private static final int CASES = 40_000;
    private static final int MARGIN = 20;
    private static final EventLimits LIMITS = new EventLimits(10_000, 10, 10_000);
    private static final FieldTable TABLE = EventRoles.ECS.table(RandomJson.FIELDS);

    private final EventReader reader =
            new EventReader(TABLE, EventRoles.ECS, LIMITS, InstantSource.fixed(Instant.EPOCH), () -> 0);
    private final ReferenceReader reference = new ReferenceReader(names(TABLE), LIMITS);
    private final Event reused = reader.newEvent();

    @Test
    void documentsHaveTheSameValues() throws EventRejected {
        RandomJson json = new RandomJson(SEED);
        for (int i = 0; i < CASES; i++) {
            byte[] document = json.document();
            reference.read(document);
            check(document);
        }
    }

    @Test
    void spoiltDocumentsAreTakenAlikeOrRefusedAlike() {
        RandomJson json = new RandomJson(SEED + 1);
        for (int i = 0; i < CASES; i++) {
            check(json.spoilt());
        }
    }

    @Test
    void everyTruncationIsIncomplete() {
        RandomJson json = new RandomJson(SEED + 2);
        for (int i = 0; i < CASES / 200; i++) {
            byte[] document = trimmed(json.document());
            for (int length = 1; length < document.length; length++) {
                check(Arrays.copyOf(document, length));
                compare(reader.read(reused, document, 0, length, Envelope.NONE), EventReader.INCOMPLETE, document);
            }
        }
    }

    static Stream<String> limits() {
        List<String> documents = new ArrayList<>();
        for (String key : List.of("f", "skipped")) {
            for (int depth = 8; depth < 12; depth++) {
                documents.add(in(key, "[".repeat(depth) + "]".repeat(depth)));
                documents.add(in(key, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
                documents.add(in(key, "{\"a\":[".repeat(depth / 2) + "{" + "]}".repeat(depth / 2)));
                documents.add("{\"_source\":" + in(key, "[".repeat(depth) + "]".repeat(depth)) + "}");
            }
            for (int digits = 998; digits < 1_003; digits++) {
                documents.add(in(key, "9".repeat(digits)));
                documents.add(in(key, "-" + "9".repeat(digits)));
                documents.add(in(key, "9." + "9".repeat(digits)));
                documents.add(in(key, "-0." + "9".repeat(digits)));
                documents.add(in(key, "9".repeat(digits) + ".9"));
                documents.add(in(key, "9".repeat(digits) + "e9"));
                documents.add(in(key, "9e" + "9".repeat(digits)));
                documents.add(in(key, "9.9E-" + "9".repeat(digits)));
                documents.add(in(key, "9e+" + "0".repeat(digits)));
            }
            for (int length = 9_980; length < 10_001; length++) {
                documents.add(in(key, "\"" + "a".repeat(length) + "\""));
                documents.add("{\"" + "a".repeat(length) + "\":1}");
            }
        }
        return documents.stream();
    }

    private static String in(String key, String value) {
        return "{\"" + key + "\":" + value + "}";
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limitsAreWhereTheyWere(String document) {
        check(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Every sequence of bytes that begins a character, and some that go on, in every place of a word. */
    @Test
    void everythingThatIsNotUtf8IsRefused() {
        byte[] edges = HexFormat.of().parseHex("00 20 22 41 5c 7f 80 8f 90 9f a0 bf c0 c2 ff".replace(" ", ""));
        for (int first = 0x7f; first < 0x100; first++) {
            for (byte second : edges) {
                for (byte third : edges) {
                    byte[] document = "{\"skipped\": \"1234567        \",\"f\":1}".getBytes(StandardCharsets.UTF_8);
                    int at = 14 + (first + second + third & 7);
                    document[at] = (byte) first;
                    document[at + 1] = second;
                    document[at + 2] = third;
                    check(document);
                    document[at + 3] = (byte) 0x80;
                    check(document);
                }
            }
        }
    }

    void check(byte[] document) {
        Object expected = expected(document);
        compare(alone(document), expected, document);
        int start = startOfObject(document);
        if (start >= 0) {
            checkPart(document, start, expected);
        }
    }

    /** Reads the document out of the middle of others. Something may follow it that belongs to it no more. */
    private void checkPart(byte[] document, int start, Object expected) {
        byte[] many = new byte[document.length + 2 * MARGIN];
        Arrays.fill(many, (byte) '"');
        System.arraycopy(document, 0, many, MARGIN, document.length);
        int end = reader.read(reused, many, MARGIN + start, MARGIN + document.length, Envelope.NONE);
        if (end >= 0) {
            compare(describe(reused), expected(Arrays.copyOfRange(document, start, end - MARGIN)), document);
        } else {
            compare("refused", expected instanceof Read ? expected : "refused", document);
        }
    }

    private static void compare(Object actual, Object expected, byte[] document) {
        if (!actual.equals(expected)) { // the usual case is to cost nothing
            assertThat(actual).as(text(document)).isEqualTo(expected);
        }
    }

    private Object expected(byte[] document) {
        try {
            Found found = reference.read(document);
            return new Read(found.values, found.source, found.index, found.id);
        } catch (EventRejected rejected) {
            return rejected.code() + " " + rejected.getMessage();
        }
    }

    private Object alone(byte[] document) {
        try {
            return describe(reader.read(document, Envelope.NONE));
        } catch (EventRejected rejected) {
            return rejected.code() + " " + rejected.getMessage();
        }
    }

    private static Read describe(Event event) {
        Map<String, List<Object>> values = new TreeMap<>();
        for (int slot = 0; slot < TABLE.size(); slot++) {
            for (int i = 0; i < event.count(slot); i++) {
                values.computeIfAbsent(TABLE.name(slot), field -> new ArrayList<>())
                        .add(event.value(slot, i));
            }
        }
        StoredEvent stored = event.stored();
        return new Read(values, new String(stored.source(), StandardCharsets.UTF_8), stored.index(), stored.givenId());
    }

    private record Read(
            Map<String, List<Object>> values,
            String source,
            @Nullable String index,
            @Nullable String id) {}

    private static Set<String> names(FieldTable table) {
        return Set.copyOf(IntStream.range(0, table.size()).mapToObj(table::name).toList());
    }

    private static byte[] trimmed(byte[] document) {
        return new String(document, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8) + " = "
                + HexFormat.of().formatHex(document) + ", seed " + SEED;
    }

    /** Where an object begins, if the document is one; -1 otherwise. */
    private static int startOfObject(byte[] document) {
        int at = 0;
        while (at < document.length && document[at] >= 0 && document[at] <= ' ') {
            at++;
        }
        return at < document.length && document[at] == '{' ? at : -1;
    }
}
