package io.eqlair.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.format.AlertFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FileSinkTest {

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("below/alerts.ndjson");
    }

    private void write(long rotateAt, int kept, String... ids) {
        try (FileSink sink = new FileSink(file, AlertFormat.NATIVE, rotateAt, kept)) {
            for (String id : ids) {
                assertThat(sink.deliver(List.of(Alerts.alert(id)))).containsExactly(new Receipt.Taken());
            }
        }
    }

    private void before(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Every line must be JSON. */
    private static List<String> ids(Path file) throws IOException {
        assertThat(Files.readString(file)).endsWith("\n");
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line).path("id").asString())
                .toList();
    }

    @Test
    void anAlertIsALineAndAFileGoesOn() throws IOException {
        write(1 << 20, 5, "a", "b");
        write(1 << 20, 5, "c");
        assertThat(ids(file)).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"x\"}\n{\"id\":\"y",
                "{\"id\":\"x\"}\n{",
                "{\"id\":\"x\"}\n7",
                "{\"id\":\"x\"}",
                "{\"id\":\"x\"}\n",
            })
    void aLineThatWasBrokenOffIsMended(String content) throws IOException {
        before(content);
        write(1 << 20, 5, "a");
        assertThat(ids(file)).containsExactly("x", "a");
    }

    @Test
    void aLongLineThatWasBrokenOffIsMendedToo() throws IOException {
        before("{\"id\":\"x\"}\n{\"id\":\"" + "y".repeat(300_000));
        write(1 << 20, 5, "a");
        assertThat(ids(file)).containsExactly("x", "a");
        before("{\"id\":\"" + "y".repeat(300_000));
        write(1 << 20, 5, "a");
        assertThat(ids(file)).containsExactly("a");
    }

    @Test
    void fullFilesAreKeptUpToANumber() throws IOException {
        write(1, 2, "a", "b", "c", "d");
        assertThat(ids(file)).containsExactly("d");
        assertThat(ids(directory.resolve("below/alerts.ndjson.1"))).containsExactly("c");
        assertThat(ids(directory.resolve("below/alerts.ndjson.2"))).containsExactly("b");
        assertThat(directory.resolve("below/alerts.ndjson.3")).doesNotExist();
        write(1, 0, "e");
        assertThat(ids(file)).containsExactly("e");
    }

    @Test
    void aFileHoldsWhatFits() throws IOException {
        write(1 << 20, 1, "a");
        long one = Files.size(file);
        write(one * 3 + 10, 1, "b", "c", "d");
        assertThat(ids(file)).containsExactly("d");
        assertThat(ids(directory.resolve("below/alerts.ndjson.1"))).containsExactly("a", "b", "c");
    }

    @Test
    void aFullFileIsMendedBeforeItIsPutAside() throws IOException {
        before("{\"id\":\"x\"}\n{\"id\":\"y");
        write(1, 1, "a");
        assertThat(ids(directory.resolve("below/alerts.ndjson.1"))).containsExactly("x");
    }

    @Test
    void aFileThatCannotBeWrittenIsTriedAgain() throws IOException {
        Files.writeString(directory.resolve("below"), "a file where a directory is wanted");
        try (FileSink sink = new FileSink(file, AlertFormat.NATIVE, 1 << 20, 5)) {
            assertThat(sink.deliver(List.of(Alerts.alert("a"))))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Receipt.Later.class,
                            later -> assertThat(later.answered()).isFalse());
        }
    }

    @Test
    void aFileThatIsMovedAwayIsBegunAnew() throws IOException {
        write(1 << 20, 5, "a");
        Files.move(file, directory.resolve("moved"));
        write(1 << 20, 5, IntStream.range(0, 3).mapToObj(i -> "b" + i).toArray(String[]::new));
        assertThat(ids(file)).containsExactly("b0", "b1", "b2");
    }
}
