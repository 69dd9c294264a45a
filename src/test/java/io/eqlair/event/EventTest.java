package io.eqlair.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {

    private static final FieldTable TABLE = EventRoles.ECS.table(Set.of("f", "g"));
    private static final int F = TABLE.slot("f");
    private static final int G = TABLE.slot("g");

    private final EventReader reader =
            new EventReader(TABLE, EventRoles.ECS, EventLimits.DEFAULT, InstantSource.fixed(Instant.EPOCH), () -> 0);
    private final Event event = reader.newEvent();

    @Test
    void valuesOfAFieldAreInTheOrderOfTheDocument() {
        read("{\"f\": [1, 2], \"g\": 3, \"f\": {\"x\": 0}, \"f\": 4}");
        assertThat(event.count(F)).isEqualTo(3);
        assertThat(event.value(F, 2)).isEqualTo(4L);
        assertThat(event.value(F, 0)).isEqualTo(1L);
        assertThat(event.value(F, 1)).isEqualTo(2L);
        assertThat(event.value(G, 0)).isEqualTo(3L);
        assertThatThrownBy(() -> event.value(F, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> event.value(G, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void valuesAreRangesThatAreChained() {
        read("{\"f\": \"ab\", \"g\": 0, \"f\": \"cd\"}");
        int first = event.firstValue(F);
        int second = event.nextValue(first);
        assertThat(raw(first)).isEqualTo("ab");
        assertThat(raw(second)).isEqualTo("cd");
        assertThat(event.nextValue(second)).isEqualTo(-1);
        assertThat(event.decoded(second)).isEqualTo("cd");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', delimiterString = " => ", textBlock = """
                    "" => 0 => §§
                    "a b" => 0 => a b
                    "a\\n" => 1 => a\\n
                    "é" => 1 => é
                    "\u007f" => 0 => \u007f
                    0 => 2 => 0
                    -0 => 2 => -0
                    9223372036854775807 => 2 => 9223372036854775807
                    9223372036854775808 => 3 => 9223372036854775808
                    1.0 => 3 => 1.0
                    1e2 => 3 => 1e2
                    true => 4 => true
                    false => 5 => false
                    """)
    void everyKindOfValueIsTold(String value, byte kind, String raw) {
        read("{\"f\": " + value + "}");
        assertThat(event.kind(event.firstValue(F))).isEqualTo(kind);
        assertThat(raw(event.firstValue(F))).isEqualTo(raw);
    }

    @Test
    void nothingIsLeftOfTheEventBefore() {
        read("{\"f\": [1, \"2\"], \"@timestamp\": \"soon\", \"_index\": \"i\"}");
        StoredEvent before = event.stored();
        event.countFailure();
        assertThat(event.value(F, 1)).isEqualTo("2");
        assertThat(event.stored()).isSameAs(before);
        assertThat(event.timeUnreadable()).isTrue();
        read("{\"g\": \"3\"}");
        assertThat(event.count(F)).isZero();
        assertThat(event.firstValue(F)).isEqualTo(-1);
        assertThat(event.value(G, 0)).isEqualTo("3");
        assertThat(event.failures()).isZero();
        assertThat(event.index()).isNull();
        assertThat(event.timeUnreadable()).isFalse();
        assertThat(event.stored().source()).asString(StandardCharsets.UTF_8).isEqualTo("{\"g\": \"3\"}");
        assertThat(before.source()).asString(StandardCharsets.UTF_8).contains("soon");
    }

    @Test
    void thousandsOfValuesAreKept() {
        read("{\"f\": [0" + ",\"x\",1".repeat(5_000) + "]}");
        assertThat(event.count(F)).isEqualTo(10_001);
        for (int i = 1; i < 10_001; i++) {
            assertThat(event.value(F, i)).isEqualTo(i % 2 == 1 ? "x" : 1L);
        }
    }

    @Test
    void recurringIndexNamesAreTheSameObject() {
        String dataStream = "{\"data_stream\": {\"type\": \"logs\", \"dataset\": \"a\", \"namespace\": \"b\"}}";
        read(dataStream);
        String first = event.index();
        read("{\"_index\": \".ds-logs-a-b-2026.11.22-000001\"}");
        String second = event.index();
        read(dataStream);
        assertThat(event.index()).isSameAs(first).isEqualTo("logs-a-b").isEqualTo(second);
        read("{\"_index\": \".ds-logs-a-b-2026.11.22-000001\"}");
        assertThat(event.index()).isSameAs(second);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', delimiterString = " => ", nullValues = "none", textBlock = """
                    {"data_stream.dataset": "a"} => logs-a-default
                    {"data_stream.dataset": "a", "data_stream.type": ""} => -a-default
                    {"data_stream.type": "a"} => none
                    {"_index": "a"} => a
                    {"data_stream.dataset": "\\u0061"} => logs-a-default
                    {"data_stream.dataset": 1} => logs-1-default
                    {"data_stream.dataset": "1"} => logs-1-default
                    """)
    void namesOfDifferentOriginAreNotTakenForEachOther(String document, String expected) {
        for (String before : new String[] {"a", "1", ""}) {
            read("{\"_index\": \"" + before + "\"}");
            assertThat(event.index()).isEqualTo(before);
            read("{\"data_stream.dataset\": \"" + before + "\"}");
            assertThat(event.index()).isEqualTo("logs-" + before + "-default");
        }
        read(document);
        assertThat(event.index()).isEqualTo(expected);
    }

    @Test
    void manyAndLongIndexNamesAreRead() {
        for (int i = 0; i < 200; i++) {
            String name = "n".repeat(i * 2) + i;
            read("{\"_index\": \"" + name + "\"}");
            assertThat(event.index()).isEqualTo(name);
        }
    }

    private void read(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(event, bytes, 0, bytes.length, Envelope.NONE)).isEqualTo(bytes.length);
    }

    private String raw(int handle) {
        return new String(
                event.bytes(), event.start(handle), event.end(handle) - event.start(handle), StandardCharsets.UTF_8);
    }
}
