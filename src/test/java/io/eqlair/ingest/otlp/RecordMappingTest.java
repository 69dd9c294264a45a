package io.eqlair.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eqlair.event.EventLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of log records; the cases are in {@code otlp/cases.ndjson}: a request, and the document that it becomes. */
class RecordMappingTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Arguments> cases() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/otlp/cases.ndjson")).stream()
                .map(JSON::readTree)
                .map(line -> Arguments.of(line.get("case").asString(), line.get("request"), line.get("document")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRecordBecomesADocument(String name, JsonNode request, JsonNode document) throws IOException {
        LogsReader reader = new LogsReader(new LogsLimits(10, EventLimits.DEFAULT, 1_000_000));
        LogDocuments documents = reader.read(request.toString().getBytes(UTF_8), LogsEncoding.JSON);
        String made = new String(documents.readAllBytes(), UTF_8);
        assertThat(documents.refusals().count()).isZero();
        assertThat(JSON.readTree(made)).as(name).isEqualTo(document);
        assertThat(made).endsWith("}\n");
    }

    @Test
    void theDocumentationHasTheWholeTable() throws IOException {
        String documentation = Files.readString(Path.of("docs/OTLP.md"));
        for (String line : AttributeTable.lines()) {
            String[] words = line.split(" ", -1);
            for (String name : words.length < 3 ? new String[] {words[0]} : new String[] {words[0], words[2]}) {
                assertThat(documentation).contains("`" + name + "`");
            }
        }
    }

    @Test
    void onlyFieldsThatRulesMayKnowAreMadeOfAttributes() {
        AttributeTable table = AttributeTable.shipped();
        assertThat(AttributeTable.lines().stream()
                        .map(line -> line.split(" ", -1))
                        .filter(words -> words.length > 2 && !words[2].startsWith("_"))
                        .map(words -> words[2]))
                .isNotEmpty()
                .allMatch(field -> table.own(field) != null);
    }
}
