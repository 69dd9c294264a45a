package io.eqlair.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of exceptions and value lists, and what becomes of files that are not in order. */
class ExceptionStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String ENTRIES = "[{\"field\":\"ip\",\"operator\":\"in_list\",\"value\":\"nets\"}]";

    @TempDir
    Path directory;

    private ExceptionStore store = new ExceptionStore(Path.of("."), ExceptionLimits.DEFAULT, InstantSource.fixed(NOW));

    @BeforeEach
    void open() {
        store = new ExceptionStore(directory, ExceptionLimits.DEFAULT, InstantSource.fixed(NOW));
    }

    private static final ValueList NETS = new ValueList("nets", "Nets", ListType.IP_RANGE, List.of("10.0.0.0/8"));

    private static ExceptionItem item(String id, String more) {
        ExceptionTerms terms =
                new Asking(NETS).whole("{\"name\":\"n\",\"rules\":\"all\",\"entries\":" + ENTRIES + more + "}");
        return new ExceptionItem(id, terms, ExceptionItem.Origin.KIBANA, NOW.minusSeconds(9), NOW);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(directory.resolve(file).getParent());
        Files.writeString(directory.resolve(file), text);
    }

    @Test
    void whatWasPutIsThereAfterANewStart() throws IOException {
        ExceptionItem plain = item("plain", "");
        ExceptionItem full = item(
                "full",
                ",\"comment\":\"c\",\"step\":1,\"os_types\":[\"linux\"],\"enabled\":false,\"expires_at\":\"2027-01-01T00:00:00Z\"");
        store.put(NETS);
        store.put(plain);
        store.put(full);
        ExceptionSet set = store.load();
        assertThat(set.items()).containsExactly(full, plain);
        assertThat(set.lists()).containsExactly(NETS);
        assertThat(set.rejected()).isEmpty();
        store.delete("plain");
        assertThat(store.load().items()).containsExactly(full);
    }

    @Test
    void aDamagedFileIsToldAndStopsNoOther() throws IOException {
        store.put(NETS);
        store.put(item("whole", ""));
        write("exceptions/broken.json", "{\"name\":");
        write("exceptions/copy.json", Files.readString(directory.resolve("exceptions/whole.json")));
        write(
                "exceptions/gone.json",
                Files.readString(directory.resolve("exceptions/whole.json")).replace("\"nets\"", "\"none\""));
        write("lists/odd.json", "{\"type\":\"ip\",\"values\":[\"x\"]}");
        ExceptionSet set = store.load();
        assertThat(set.items()).extracting(ExceptionItem::id).containsExactly("whole");
        assertThat(set.rejected())
                .extracting(file -> file.id() + " " + file.findings().getFirst().code())
                .containsExactly(
                        "broken exception_not_json", "copy exception_file_name", "gone exception_list_unknown");
        assertThat(set.rejectedLists()).extracting(Rejected::id).containsExactly("odd");
    }

    @Test
    void anExceptionWithoutItsListIsToldRatherThanAskedWithoutIt() throws IOException {
        store.put(item("x", ""));
        ExceptionSet set = store.load();
        assertThat(set.items()).isEmpty();
        assertThat(set.rejected()).extracting(Rejected::id).containsExactly("x");
    }

    @Test
    void whatSomebodyWroteByHandIsRead() throws IOException {
        write(
                "exceptions/by-hand.json",
                "{\"name\":\"n\",\"rules\":\"all\",\"entries\":[{\"field\":\"a\",\"operator\":\"exists\"}]}");
        assertThat(store.load().items()).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo("by-hand");
            assertThat(item.createdAt()).isEqualTo(NOW);
        });
    }
}
