package io.eqlair.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-22T12:00:00Z");
    private static final EventLimits LIMITS = new EventLimits(1_000, 10, 100);

    private final AtomicLong arrivals = new AtomicLong();
    private final EventReader reader = new EventReader(
            EventRoles.ECS.table(Set.of("f", "a.b")),
            EventRoles.ECS,
            LIMITS,
            InstantSource.fixed(ARRIVAL),
            arrivals::incrementAndGet);

    @Test
    void fieldsThatNobodyReadsAreSkipped() throws EventRejected {
        Event event = read("{\"x\": {\"f\": 1}, \"f\": [1, 2.5, \"3\", true, null, {\"y\": 4}], \"a\": {\"c\": 5}}");
        assertThat(values(event, "f")).containsExactly(1L, 2.5, "3", true);
        assertThat(values(event, "a.b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9223372036854775808, 9.223372036854775807E18",
        "1.0, 1.0",
        "1E2, 100.0",
        "-0, 0"
    })
    void numbersKeepAllTheirDigits(String written, String expected) throws EventRejected {
        Object value = values(read("{\"f\": " + written + "}"), "f").getFirst();
        Object wanted = expected.contains(".") ? (Object) Double.valueOf(expected) : Long.valueOf(expected);
        assertThat(value).isEqualTo(wanted);
    }

    // Identity

    @Test
    void theSendersIdentityComesFirst() throws EventRejected {
        assertThat(read("{\"_id\": \"1\", \"event\": {\"id\": \"2\"}}", new Envelope(null, "3"))
                        .stored()
                        .id())
                .isEqualTo("3");
        assertThat(read("{\"_id\": \"1\", \"event\": {\"id\": \"2\"}}").stored().id())
                .isEqualTo("1");
        assertThat(read("{\"event\": {\"id\": \"2\"}}").stored().id()).isEqualTo("2");
        assertThat(read("{\"event.id\": 7}").stored().id()).isEqualTo("7");
    }

    @Test
    void eventsWithoutIdentityAreToldApartByTheirBytes() throws EventRejected {
        String id = read("{\"f\": 1}").stored().id();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(read("{\"f\": 1}").stored().id()).isEqualTo(id);
        assertThat(read("{\"f\":1}").stored().id()).isNotEqualTo(id);
        assertThat(read("{\"f\": 1}", new Envelope("logs-x-y", null)).stored().id())
                .isNotEqualTo(id);
    }

    @Test
    void eventsAreNumberedAsTheyAreRead() throws EventRejected {
        assertThat(read("{}").stored().arrival()).isEqualTo(1);
        assertThat(read("{}").stored().arrival()).isEqualTo(2);
    }

    // Index

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', delimiterString = " => ", nullValues = "none", textBlock = """
                    {"_index": "logs-a-b"} => logs-a-b
                    {"_index": ".ds-logs-a-b-2026.11.22-000001"} => logs-a-b
                    {"_index": ".ds-2026.11.22-000001"} => .ds-2026.11.22-000001
                    {"_index": ".ds-logs-a-b-2026.11.22-00001"} => .ds-logs-a-b-2026.11.22-00001
                    {"_index": "logs-a-b-2026.11.22-000001"} => logs-a-b-2026.11.22-000001
                    {"data_stream": {"type": "metrics", "dataset": "a", "namespace": "b"}} => metrics-a-b
                    {"data_stream.dataset": "a"} => logs-a-default
                    {"data_stream": {"type": "logs", "namespace": "b"}} => none
                    {"_index": "i", "data_stream": {"dataset": "a"}} => i
                    {"_index": 5} => none
                    {} => none
                    """)
    void theIndexIsWhatTheDocumentNames(String document, String expected) throws EventRejected {
        assertThat(read(document).stored().index()).isEqualTo(expected);
    }

    @Test
    void theEnvelopesIndexComesFirst() throws EventRejected {
        Envelope envelope = new Envelope(".ds-logs-x-y-2026.11.22-000007", null);
        assertThat(read("{\"_index\": \"i\"}", envelope).stored().index()).isEqualTo("logs-x-y");
    }

    // Time and order

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', delimiterString = " => ", textBlock = """
                    "2026-11-22T10:00:00Z" => 1795341600000000000
                    "2026-11-22T11:00:00.5+01:00" => 1795341600500000000
                    1795341600000 => 1795341600000000000
                    "1795341600000" => 1795341600000000000
                    1795341600.25 => 1795341600250000000
                    ["2026-11-22T10:00:00Z", "2027-11-22T10:00:00Z"] => 1795341600000000000
                    """)
    void theTimeIsWhatTheDocumentSays(String written, long nanos) throws EventRejected {
        assertThat(read("{\"@timestamp\": " + written + "}").stored().timestamp())
                .isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"@timestamp\": null}", "{\"@timestamp\": \"soon\"}", "{\"@timestamp\": true}"})
    void withoutATimeItIsTheArrival(String document) throws EventRejected {
        assertThat(read(document).stored().timestamp()).isEqualTo(1795348800000000000L);
    }

    @Test
    void theSequenceNumberBreaksTies() throws EventRejected {
        assertThat(read("{\"event\": {\"sequence\": 7}}").stored().tiebreaker()).isEqualTo(7L);
        assertThat(read("{\"event.sequence\": \"a\"}").stored().tiebreaker()).isEqualTo("a");
        assertThat(read("{\"event.sequence\": true}").stored().tiebreaker()).isNull();
        assertThat(read("{}").stored().tiebreaker()).isNull();
    }

    // Source

    @Test
    void theDocumentIsKeptAsItCame() throws EventRejected {
        String document = " { \"f\" : 1.50, \"z\": \"\\u00e9é\" }\n";
        assertThat(source(read(document))).isEqualTo(document);
    }

    @Test
    void ofASearchHitTheSourceIsTheDocument() throws EventRejected {
        Event event = read(
                "{\"_index\": \"i\", \"f\": 1, \"_source\": {\"f\": \"é\", \"_id\": 2} , \"sort\": [1], \"f\": 3}");
        assertThat(source(event)).isEqualTo("{\"f\": \"é\", \"_id\": 2}");
        assertThat(values(event, "f")).containsExactly("é");
        assertThat(event.stored().index()).isEqualTo("i");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheDocument() throws EventRejected {
        assertThat(source(read("\ufeff{\"_source\": {\"f\": 1}}"))).isEqualTo("{\"f\": 1}");
        assertThat(source(read("\ufeff{\"f\": 1}"))).isEqualTo("{\"f\": 1}");
    }

    // What is refused

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', delimiterString = " => ", textBlock = """
                    [] => An event is a JSON object, and this is an array.
                    "x" => An event is a JSON object, and this is a string.
                    -1.5 => An event is a JSON object, and this is a number.
                    null => An event is a JSON object, and this is null.
                    false => An event is a JSON object, and this is a boolean.
                    §§ => An event is a JSON object, and this is nothing.
                    §  § => An event is a JSON object, and this is nothing.
                    {"f": 1 => This is not JSON at byte 7: it ends where it should go on.
                    {"f": "x => This is not JSON at byte 8: it ends where it should go on.
                    {"f": 1} {"f": 2} => This is not JSON at byte 9: something follows the object.
                    {"f": 1}] => This is not JSON at byte 8: unexpected close marker ']': no open Array to close.
                    {"f": 1,} => This is not JSON at byte 8: unexpected character ('}'): was expecting double-quote to start property name.
                    {'f': 1} => This is not JSON at byte 1: unexpected character ('''): was expecting double-quote to start property name.
                    {"f": nul} => This is not JSON at byte 6: unrecognized token 'nul': was expecting a value.
                    {"f": NaN} => This is not JSON at byte 9: non-standard token 'NaN'.
                    {"f": 01} => This is not JSON at byte 7: invalid numeric value: Leading zeroes not allowed.
                    {"f": "\\x"} => This is not JSON at byte 8: unrecognized character escape 'x'.
                    {"f": 1 /* x */} => This is not JSON at byte 8: unexpected character ('/'): maybe a (non-standard) comment?.
                    """)
    void whatIsNoEventIsExplained(String document, String expected) {
        assertThat(rejection(document.getBytes(StandardCharsets.UTF_8)).getMessage())
                .startsWith(expected);
    }

    @Test
    void documentsThatAreTooLargeAreRefused() {
        EventRejected rejected = rejection(new byte[1_001]);
        assertThat(rejected.code()).isEqualTo("event_too_large");
        assertThat(rejected).hasMessageContaining("1001").hasMessageContaining("1000");
    }

    @Test
    void nestingIsTakenUpToTheLimit() throws EventRejected {
        assertThat(values(read("{\"f\": " + "[".repeat(9) + "1" + "]".repeat(9) + "}"), "f"))
                .containsExactly(1L);
        for (String field : List.of("f", "skipped")) {
            String document = "{\"" + field + "\": " + "[".repeat(10) + "]".repeat(10) + "}";
            EventRejected rejected = rejection(document.getBytes(StandardCharsets.UTF_8));
            assertThat(rejected.code()).isEqualTo("event_too_deep");
        }
    }

    @Test
    void numbersOfManyDigitsAreRefused() {
        EventReader large = new EventReader(
                reader.table(), EventRoles.ECS, EventLimits.DEFAULT, InstantSource.fixed(ARRIVAL), () -> 0);
        byte[] document = ("{\"f\": " + "9".repeat(1_001) + "}").getBytes(StandardCharsets.UTF_8);
        EventRejected rejected = catchThrowableOfType(EventRejected.class, () -> large.read(document, Envelope.NONE));
        assertThat(rejected).hasMessageContaining("number value length (1001) exceeds the maximum allowed (1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "c080",
                "c1bf",
                "e08080",
                "eda080",
                "f0808080",
                "f4908080",
                "f5808080",
                "ff",
                "e282",
                "c341"
            })
    void whatIsNotUtf8IsRefusedWhereverItStands(String bytes) {
        byte[] wrong = HexFormat.of().parseHex(bytes);
        for (String before : List.of("{\"f\": \"x", "{\"skipped\": \"123456789", "{\"key")) {
            EventRejected rejected = rejection(
                    joined(before.getBytes(StandardCharsets.UTF_8), wrong, "\": 1}".getBytes(StandardCharsets.UTF_8)));
            assertThat(rejected)
                    .hasMessageStartingWith(
                            "This is not JSON at byte " + before.length() + ": this byte is not UTF-8.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
    void otherEncodingsAreRefused(String encoding) {
        byte[] document = "{\"_source\": {\"f\": \"é\"}}".getBytes(Charset.forName(encoding));
        assertThat(rejection(document).code()).isEqualTo("event_not_json");
    }

    private Event read(String document) throws EventRejected {
        return read(document, Envelope.NONE);
    }

    private Event read(String document, Envelope envelope) throws EventRejected {
        return reader.read(document.getBytes(StandardCharsets.UTF_8), envelope);
    }

    private EventRejected rejection(byte[] document) {
        EventRejected rejected = catchThrowableOfType(EventRejected.class, () -> reader.read(document, Envelope.NONE));
        assertThat(rejected).isNotNull();
        return rejected;
    }

    private static String source(Event event) {
        return new String(event.stored().source(), StandardCharsets.UTF_8);
    }

    private List<Object> values(Event event, String field) {
        int slot = reader.table().slot(field);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < event.count(slot); i++) {
            values.add(event.value(slot, i));
        }
        return values;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
