package io.eqlair.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyTableTest {

    @Test
    void aFieldIsFoundHoweverItsPathIsCut() {
        KeyTable table = KeyTable.of(List.of("process.parent.name", "process.name"));
        assertThat(slot(table, "process.parent.name")).isZero();
        assertThat(slot(table, "process", "parent.name")).isZero();
        assertThat(slot(table, "process.parent", "name")).isZero();
        assertThat(slot(table, "process", "parent", "name")).isZero();
        assertThat(slot(table, "process.name")).isEqualTo(1);
        assertThat(slot(table, "process.parent")).isEqualTo(KeyTable.NONE);
        assertThat(slot(table, "parent.name")).isEqualTo(KeyTable.NONE);
        assertThat(slot(table, "process.parent.name.x")).isEqualTo(KeyTable.NONE);
        assertThat(slot(table, "process.")).isEqualTo(KeyTable.NONE);
    }

    @Test
    void namesAreToldApartByEveryByte() {
        List<String> names = new ArrayList<>();
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                names.add("a".repeat(at) + "b" + "a".repeat(length - at - 1));
            }
            names.add("a".repeat(length));
        }
        KeyTable table = KeyTable.of(
                names.stream().filter(name -> name.length() % 2 == 0).toList());
        List<String> kept =
                names.stream().filter(name -> name.length() % 2 == 0).toList();
        for (String name : names) {
            assertThat(slot(table, name)).as(name).isEqualTo(kept.indexOf(name));
        }
    }

    /** The paths of all ways from one place to a later one would be two thousand million characters. */
    @Test
    void pathsOfAnyNumberOfStepsAreFollowed() {
        int steps = 2_000;
        String path = String.join(
                ".", IntStream.range(0, steps).mapToObj(i -> "s" + i).toList());
        KeyTable table = KeyTable.of(List.of(path, "other.field", "_source.a.b"));
        assertThat(slot(table, path)).isZero();
        assertThat(slot(table, path.split("\\."))).isZero();
        int middle = path.indexOf(".s1000.");
        assertThat(slot(table, path.substring(0, middle), path.substring(middle + 1)))
                .isZero();
        assertThat(slot(table, path.substring(0, middle))).isEqualTo(KeyTable.NONE);
        assertThat(slot(table, path + ".x")).isEqualTo(KeyTable.NONE);
        assertThat(slot(table, "other.field")).isEqualTo(1);
        assertThat(slot(table, "_source.a.b")).isEqualTo(2);
        assertThat(slot(table, "unknown.field")).isEqualTo(KeyTable.NONE);
    }

    private static int slot(KeyTable table, String... keys) {
        int place = KeyTable.TOP;
        for (String key : keys) {
            byte[] bytes = ("\"" + key + "\": 1").getBytes(StandardCharsets.UTF_8);
            place = place < 0 ? place : table.find(place, bytes, 1, bytes.length - 4);
        }
        return place < 0 ? place : table.slot(place);
    }
}
